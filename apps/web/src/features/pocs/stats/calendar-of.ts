/** Where each day of a year stands in its calendar: a column a week, a row a weekday. Each day once. */
import { scaleLog } from 'd3-scale';
import { utcSunday } from 'd3-time';
import type { Count } from '@/generated/catalog';
import { asDate, eachDay } from './periods';
import type { Days } from './periods';

export interface Cell {
  day: string;
  count: number;
  week: number;
  weekday: number;
  /** From 0, nothing, to 4, as many as on the fullest day. */
  level: number;
}

export interface Calendar {
  cells: readonly Cell[];
  weeks: number;
  /** In which column a month begins. */
  months: readonly { month: string; week: number }[];
}

export const LEVELS = 4;

/** By orders of magnitude: a day on which hundreds were imported leaves the others their differences. */
function levelsFor(counts: readonly number[]): (count: number) => number {
  const scale = scaleLog()
    .domain([1, Math.max(LEVELS, ...counts)])
    .rangeRound([1, LEVELS])
    .clamp(true);
  return (count) => (count === 0 ? 0 : scale(count));
}

export function calendarOf(days: Days, byDay: readonly Count[]): Calendar {
  const counts = new Map(byDay.map(({ value, count }) => [value, count]));
  const level = levelsFor([...counts.values()]);
  const first = utcSunday.floor(asDate(days.from));
  const cells = eachDay(days).map((day) => {
    const date = asDate(day);
    const count = counts.get(day) ?? 0;
    return { day, count, week: utcSunday.count(first, date), weekday: date.getUTCDay(), level: level(count) };
  });
  const months = cells.filter(({ day }) => day.endsWith('-01')).map(({ day, week }) => ({ month: day.slice(0, 7), week }));
  return { cells, months, weeks: (cells.at(-1)?.week ?? 0) + 1 };
}
