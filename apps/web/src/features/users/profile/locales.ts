/** The languages that mails, films and reports are written in; each by its own name. */
import type { Language } from '@/shared/lib/texts';

const SPOKEN = [
  { value: 'en', name: 'English' },
  { value: 'pt-BR', name: 'Português (Brasil)' },
];

/** A person may have another one, set by a program of theirs: it stays until they choose. */
export function localesWith(chosen: string, language: Language): readonly { value: string; name: string }[] {
  if (SPOKEN.some(({ value }) => value === chosen)) return SPOKEN;
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(chosen) ?? chosen;
  return [...SPOKEN, { value: chosen, name }];
}
