import { languageColours } from '@/generated/language-colours';

const QUIET = '#8a8798';

/** Of a language: as everybody knows it, a quiet one for the rest. */
export const colourOf = (language: string): string => languageColours[language.toLowerCase()] ?? QUIET;
