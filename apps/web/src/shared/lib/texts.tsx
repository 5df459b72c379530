/**
 * What a person reads, by language. A feature writes its texts once in each language as one object of the same type, so that the compiler
 * finds what is missing, and reads them with `const useTexts = textsOf<PocTexts>('pocs')`. app/ hands in all of a language at once.
 */
import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';

export type Language = 'en' | 'pt-BR';
export type TextsOfLanguage = Readonly<Record<string, unknown>>;

interface Spoken {
  language: Language;
  timeZone: string | undefined;
  texts: TextsOfLanguage;
}

const SpokenContext = createContext<Spoken & { formats: Formats }>({
  language: 'en',
  timeZone: undefined,
  texts: {},
  formats: formatsOf('en'),
});

export function TextsProvider({ children, language, timeZone, texts }: Spoken & { children: ReactNode }) {
  const spoken = useMemo(() => ({ language, timeZone, texts, formats: formatsOf(language, timeZone) }), [language, timeZone, texts]);
  return <SpokenContext.Provider value={spoken}>{children}</SpokenContext.Provider>;
}

/** Texts are handed over as they are written, but to who looks for those that are cut or stand elsewhere (e2e/pseudo.ts). */
const wear: <Texts>(texts: Texts) => Texts = (globalThis as { mrbillWorn?: typeof wear }).mrbillWorn ?? ((texts) => texts);

export const textsOf =
  <Texts,>(name: string) =>
  (): Texts =>
    wear(useContext(SpokenContext).texts[name]) as Texts;

/** Of a page that comes when it is gone to: its texts come with it, and not with the language. */
export const textsWith =
  <Texts,>(each: Readonly<Record<Language, Texts>>) =>
  (): Texts =>
    wear(each[useContext(SpokenContext).language]);

export const useLanguage = (): Language => useContext(SpokenContext).language;

export const useTimeZone = (): string => useContext(SpokenContext).timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

export type Formats = ReturnType<typeof formatsOf>;

/** Numbers and dates as the person writes them, in their own zone. */
export const useFormats = (): Formats => useContext(SpokenContext).formats;

/** The browser's formatters take long to make: each is made when it is first needed, and once for all rows of a list. */
export function formatsOf(language: Language, timeZone?: string) {
  const days = (how: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(language, how));
  const day = days({ dateStyle: 'medium', timeZone });
  const calendarDay = days({ dateStyle: 'long', timeZone: 'UTC' });
  const moment = days({ dateStyle: 'medium', timeStyle: 'short', timeZone });
  const time = days({ timeStyle: 'short', timeZone });
  const number = once(() => new Intl.NumberFormat(language));
  return {
    number: (value: number) => number().format(value),
    day: (iso: string) => day().format(new Date(iso)),
    /** Of a day that is the same everywhere: 2026-01-31. */
    calendarDay: (iso: string) => calendarDay().format(new Date(iso)),
    moment: (iso: string) => moment().format(new Date(iso)),
    time: (iso: string) => time().format(new Date(iso)),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/**
 * So many of something, as the language writes numbers: `const counted = countedIn('pt-BR')`. English and Portuguese have the same two
 * forms; Portuguese takes the singular for zero as well, which reads oddly with a number.
 */
export function countedIn(language: Language): (count: number, one: string, many: string) => string {
  const { number } = formatsOf(language);
  return (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;
}
