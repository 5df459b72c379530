/** The texts of one language, loaded when it is spoken. */
import type { Language, TextsOfLanguage } from '@/shared/lib/texts';

const TEXTS: Record<Language, () => Promise<{ texts: TextsOfLanguage }>> = {
  en: () => import('./texts/en'),
  'pt-BR': () => import('./texts/pt-br'),
};

/** Each by its own name. */
export const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['pt-BR', 'Português'],
];

export async function loadTexts(language: Language): Promise<TextsOfLanguage> {
  const { texts } = await TEXTS[language]();
  document.documentElement.lang = language;
  return texts;
}
