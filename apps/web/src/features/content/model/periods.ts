/** The time that a film or a report is about: a few that people mean, or one of their own. Days are those of the person's zone. */
import { isDay, nextDay, startOfDay } from '@/shared/lib/days';

export const PERIODS = ['thisYear', 'lastYear', 'recent', 'all', 'own'] as const;
export type PeriodName = (typeof PERIODS)[number];

export interface Period {
  name: PeriodName;
  /** Of its own: the first day and the last, both within. */
  from: string;
  until: string;
}

/** The first day, and the day after the last. */
export interface Days {
  from: string;
  to: string;
}

const FIRST_YEAR = 1970; // of what the service knows

const yearOf = (day: string): number => Number(day.slice(0, 4));

function yearBefore(day: string): string {
  const before = `${yearOf(day) - 1}${day.slice(4)}`;
  return isDay(before) ? before : `${yearOf(day) - 1}-02-28`;
}

/** What is wrong with one's own period; undefined where nothing is. */
export function periodFault({ name, from, until }: Period): 'required' | 'order' | undefined {
  if (name !== 'own') return undefined;
  if (!isDay(from) || !isDay(until)) return 'required';
  return from > until ? 'order' : undefined;
}

/** `firstYear`: of the person's POCs, where it is known. */
export function daysOf(period: Period, today: string, firstYear = FIRST_YEAR): Days {
  const to = nextDay(today);
  switch (period.name) {
    case 'thisYear':
      return { from: `${yearOf(today)}-01-01`, to };
    case 'lastYear':
      return { from: `${yearOf(today) - 1}-01-01`, to: `${yearOf(today)}-01-01` };
    case 'recent':
      return { from: yearBefore(to), to };
    case 'all':
      return { from: `${Math.min(Math.max(firstYear, FIRST_YEAR), yearOf(today))}-01-01`, to };
    case 'own':
      return { from: period.from, to: nextDay(period.until) };
  }
}

export const spanOf = ({ from, to }: Days, timeZone: string): { fromDate: string; toDate: string } => ({
  fromDate: startOfDay(from, timeZone),
  toDate: startOfDay(to, timeZone),
});

/** What a title says of it. */
export const yearNamed = ({ name }: Period, today: string): number | undefined =>
  name === 'thisYear' ? yearOf(today) : name === 'lastYear' ? yearOf(today) - 1 : undefined;
