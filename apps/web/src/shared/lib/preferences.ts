/** What a person chose in this browser: it holds before anybody has signed in, and in all its tabs. */
import { kept } from './storage';
import type { Language } from './texts';

export type ThemeChoice = 'light' | 'dark' | 'system';

const THEME = 'mrbill.theme'; // public/theme.js reads it before the first paint: a bare word
const LANGUAGE = 'mrbill.language';
const SINGLE_KEYS = 'mrbill.single-keys';

export function themeChosen(): ThemeChoice {
  try {
    const word = localStorage.getItem(THEME);
    return word === 'light' || word === 'dark' ? word : 'system';
  } catch {
    return 'system';
  }
}

export function showTheme(choice: ThemeChoice): void {
  const isDark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(THEME);
    else localStorage.setItem(THEME, choice);
  } catch {
    // it holds until the page is left
  }
  showTheme(choice);
}

export const isDarkNow = (): boolean => document.documentElement.dataset.theme === 'dark';

export const languageOf = (tag: string): Language => (/^pt\b/i.test(tag) ? 'pt-BR' : 'en');

export function languageChosen(asked: readonly string[] = navigator.languages): Language {
  const chosen = kept.read<Language>(LANGUAGE);
  if (chosen === 'en' || chosen === 'pt-BR') return chosen;
  return languageOf(asked.find((tag) => /^(?:pt|en)\b/i.test(tag)) ?? 'en');
}

export const chooseLanguage = (language: Language): boolean => kept.write(LANGUAGE, language);

export const singleKeysChosen = (): boolean => kept.read<boolean>(SINGLE_KEYS) !== false;
export const chooseSingleKeys = (areOn: boolean): boolean => kept.write(SINGLE_KEYS, areOn);
