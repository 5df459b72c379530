/** What a person chose in this browser: it holds before anybody has signed in, and in all its tabs. */
import { emitter } from './events';
import { kept } from './storage';
import type { Language } from './texts';

export type ThemeChoice = 'light' | 'dark' | 'system';
export type ListView = 'list' | 'cards';
export type Density = 'comfortable' | 'compact';

const THEME = 'mrbill.theme'; // public/theme.js reads it before the first paint: a bare word
const LANGUAGE = 'mrbill.language';
const DENSITY = 'mrbill.density';
const LIST_VIEW = 'mrbill.list-view';
const SINGLE_KEYS = 'mrbill.single-keys';

export function themeChosen(): ThemeChoice {
  try {
    const word = localStorage.getItem(THEME);
    return word === 'light' || word === 'dark' ? word : 'system';
  } catch {
    return 'system';
  }
}

/** Told of each change, from wherever it came. */
export const themes = emitter<ThemeChoice>();

export function showTheme(choice: ThemeChoice): void {
  const isDark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  themes.tell(choice);
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
export const singleKeys = emitter<boolean>();

export function chooseSingleKeys(areOn: boolean): void {
  kept.write(SINGLE_KEYS, areOn);
  singleKeys.tell(areOn);
}

/** How much of a list fits on a screen. */
export const densityChosen = (): Density => (kept.read<Density>(DENSITY) === 'compact' ? 'compact' : 'comfortable');
export const densities = emitter<Density>();

export function showDensity(density: Density = densityChosen()): void {
  document.documentElement.dataset.density = density;
  densities.tell(density);
}

export function chooseDensity(density: Density): void {
  kept.write(DENSITY, density);
  showDensity(density);
}

export const listViewChosen = (): ListView => (kept.read<ListView>(LIST_VIEW) === 'cards' ? 'cards' : 'list');
export const listViews = emitter<ListView>();

export function chooseListView(view: ListView): void {
  kept.write(LIST_VIEW, view);
  listViews.tell(view);
}
