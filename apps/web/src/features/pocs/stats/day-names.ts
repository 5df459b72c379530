/** Days and months as a person reads them. They are civil ones already: no zone moves them. */
import { useMemo } from 'react';
import { useLanguage } from '@/shared/lib/texts';
import type { Language } from '@/shared/lib/texts';
import { asDate } from './periods';

export function dayNamesIn(language: Language) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    return (day: string) => made.format(asDate(day));
  };
  const month = format({ month: 'short' });
  const letter = format({ month: 'narrow' });
  const whole = format({ month: 'long', year: 'numeric' });
  return {
    day: format({ dateStyle: 'medium' }),
    weekday: format({ weekday: 'short' }),
    month: (value: string) => month(`${value}-01`).replace('.', ''),
    letter: (value: string) => letter(`${value}-01`),
    monthAndYear: (value: string) => whole(`${value}-01`),
  };
}

export type DayNames = ReturnType<typeof dayNamesIn>;

export function useDayNames(): DayNames {
  const language = useLanguage();
  return useMemo(() => dayNamesIn(language), [language]);
}
