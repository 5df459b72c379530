/**
 * The time that the dashboard looks at, as its address says it. Days are civil ones: counted on the calendar, never in hours, so that a day
 * of 23 hours is one day like any other.
 */
import { utcDay, utcSunday } from 'd3-time';
import type { Count } from '@/generated/catalog';
import { nextDay } from '@/shared/lib/days';

/** The last twelve months, everything, or a year. */
export type Period = 'recent' | 'all' | number;
export interface Days {
  /** The first day, and the day after the last. */
  from: string;
  until: string;
}

const FIRST_DAY = '1970-01-01'; // of what the service counts
const WEEKS_OF_A_YEAR = 52;

export const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
export const asDay = (date: Date): string => date.toISOString().slice(0, 10);

export function readPeriod(word: string | null): Period | undefined {
  if (word === 'recent' || word === 'all') return word;
  return word !== null && /^(?:19[7-9]|2[01]\d)\d$/.test(word) ? Number(word) : undefined;
}

export function daysOf(period: Period, today: string): Days {
  if (period === 'all') return { from: FIRST_DAY, until: nextDay(today) };
  if (period !== 'recent') return { from: `${period}-01-01`, until: `${period + 1}-01-01` };
  const [year = 0, month = 1] = today.split('-').map(Number); // twelve whole months, this one included
  return { from: asDay(new Date(Date.UTC(year - 1, month, 1))), until: asDay(new Date(Date.UTC(year, month, 1))) };
}

export const eachDay = ({ from, until }: Days): string[] => utcDay.range(asDate(from), asDate(until)).map(asDay);

/** The week, Sunday to Saturday, 52 weeks before this one. */
export function weekAYearAgo(today: string): Days {
  const sunday = utcSunday.offset(utcSunday.floor(asDate(today)), -WEEKS_OF_A_YEAR);
  return { from: asDay(sunday), until: asDay(utcSunday.offset(sunday, 1)) };
}

export function monthOf(month: string): Days {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, until: asDay(new Date(Date.UTC(year, number, 1))) };
}

/** The years that have a POC, the newest first. */
export function yearsIn(byMonth: readonly Count[]): number[] {
  const years = byMonth.filter(({ count }) => count > 0).map(({ value }) => Number(value.slice(0, 4)));
  return [...new Set(years)].sort((one, other) => other - one);
}

/** What is looked at where the address says nothing: the last twelve months, or where they are empty the last year that is not. */
export function usualPeriod(byMonth: readonly Count[], today: string): Period {
  const { from } = daysOf('recent', today);
  const isRecent = byMonth.some(({ value, count }) => count > 0 && value >= from.slice(0, 7));
  return isRecent ? 'recent' : (yearsIn(byMonth)[0] ?? 'recent');
}

export function byYear(byMonth: readonly Count[]): Count[] {
  const first = byMonth.findIndex(({ count }) => count > 0);
  const years = new Map<string, number>();
  for (const { value, count } of first < 0 ? [] : byMonth.slice(first)) {
    const year = value.slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + count);
  }
  return [...years].map(([value, count]) => ({ value, count }));
}
