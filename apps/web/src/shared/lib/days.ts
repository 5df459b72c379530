/** Days as people in a time zone live them: a day may have 23 hours, and may begin at one o'clock. A day is written 2026-01-31. */
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const HOUR_MS = 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

function clockAt(instant: number, timeZone: string): number {
  const parts = new Map(
    formatIn(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const at = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
}

const offsetAt = (instant: number, timeZone: string): number => clockAt(instant, timeZone) - Math.floor(instant / 1000) * 1000;

export const dayAt = (instant: number, timeZone: string): string => new Date(clockAt(instant, timeZone)).toISOString().slice(0, 10);

export function isDay(day: string): boolean {
  const match = DAY.exec(day);
  if (!match) return false;
  const [, year, month, date] = match.map(Number) as [number, number, number, number];
  const made = new Date(Date.UTC(year, month - 1, date));
  return year >= 1970 && year < 2200 && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
}

/** The day whose beginning is nearest: a beginning of a day that was noted in another zone is, within half a day, still that of its day. */
export const dayNearest = (instant: number, timeZone: string): string => dayAt(instant + 12 * HOUR_MS - 1, timeZone);

/** The first instant of the day: midnight, or where the clock jumps over it, the moment after. */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const around = [-14 * HOUR_MS, 14 * HOUR_MS].map((away) => midnight - offsetAt(midnight + away, timeZone));
  const within = around.filter((instant) => dayAt(instant, timeZone) === day);
  return new Date(within.length > 0 ? Math.min(...within) : Math.max(...around)).toISOString();
}

/** The day after. */
export const nextDay = (day: string): string => new Date(Date.parse(`${day}T12:00:00Z`) + 24 * HOUR_MS).toISOString().slice(0, 10);
