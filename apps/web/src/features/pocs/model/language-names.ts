/** What languages are called: by their names, and by what people write instead. */
import { programmingLanguages } from '@/generated/languages';
import type { ProgrammingLanguage } from '@/generated/languages';

const known = new Map<string, ProgrammingLanguage>();
for (const language of programmingLanguages)
  for (const word of [language.name, ...language.aliases]) known.set(word.toLowerCase(), language);

export const languageNamed = (word: string): ProgrammingLanguage | undefined => known.get(word.toLowerCase());

/** As the catalogue keeps it: what is known by its name, anything else as it is. */
export const keptName = (word: string): string => languageNamed(word)?.name ?? word;
