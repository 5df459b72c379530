/** A POC as a form has it: empty text where the API says null. */
import type { PocContent } from '@/generated/catalog';
import type { PocFields } from './changes';

export interface PocForm {
  repositoryUrl: string;
  name: string;
  description: string;
  language: string;
  tags: string[];
  frameworks: string[];
  isPublic: boolean;
}

export const EMPTY_FORM: PocForm = {
  repositoryUrl: '',
  name: '',
  description: '',
  language: '',
  tags: [],
  frameworks: [],
  isPublic: false,
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

export const contentOf = (form: PocForm): PocContent => ({
  name: form.name.trim(),
  description: orNull(form.description),
  repositoryUrl: orNull(form.repositoryUrl.trim()),
  language: orNull(form.language.trim()),
  tags: form.tags,
  frameworks: form.frameworks,
  isPublic: form.isPublic,
});

export const formOf = (poc: PocFields): PocForm => ({
  repositoryUrl: poc.repositoryUrl ?? '',
  name: poc.name,
  description: poc.description ?? '',
  language: poc.language ?? '',
  tags: [...poc.tags],
  frameworks: [...poc.frameworks],
  isPublic: poc.isPublic,
});

export const isEmptyForm = (form: PocForm): boolean => JSON.stringify(form) === JSON.stringify(EMPTY_FORM);

/** One line of what may be several: names have one. */
export const oneLine = (text: string): string =>
  text
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');

export { withWords } from '@/shared/lib/words';
