import { textsOf } from '../lib/texts';
import type { UiTexts } from './texts/en';

export type { UiTexts };

export const useUiTexts = textsOf<UiTexts>('ui');

/** What is said of a message of shared/lib/rules; a sentence that a service wrote is said as it is. */
export function saidOf(message: string | undefined, t: UiTexts): string | undefined {
  if (!message) return undefined;
  const [word = '', limit = '', tooMany = ''] = message.split(':');
  switch (word) {
    case 'required':
      return t.required;
    case 'too_long':
      return t.tooLong(limit, tooMany);
    case 'too_short':
      return t.tooShort(limit);
    case 'too_many':
      return t.tooMany(limit);
    case 'email':
      return t.email;
    case 'address':
      return t.address;
    case 'pattern':
      return t.pattern;
    case 'enum':
    case 'range':
      return t.wrong;
    default:
      return message;
  }
}
