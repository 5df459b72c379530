import { languageNamed } from './language-names';

const QUIET = '#8a8798';

/** Of a language: as everybody knows it, a quiet one for the rest. */
export const colourOf = (language: string): string => languageNamed(language)?.colour ?? QUIET;
