import { describe, expect, it } from 'vitest';
import { dayAt, startOfDay } from '@/shared/lib/days';
import { calendarOf } from './calendar-of';
import { byYear, daysOf, eachDay, monthOf, readPeriod, usualPeriod, weekAYearAgo, yearsIn } from './periods';

const SAO_PAULO = 'America/Sao_Paulo';

describe('W7: the calendar of a year', () => {
  it('has each day once, the one of 23 hours as well', () => {
    const { cells, weeks } = calendarOf(daysOf(2018, '2026-01-01'), [{ value: '2018-11-04', count: 1 }]);
    expect(cells).toHaveLength(365);
    expect(new Set(cells.map(({ day }) => day)).size).toBe(365);
    expect(new Set(cells.map(({ week, weekday }) => `${week}/${weekday}`)).size).toBe(365);
    expect(cells.filter(({ count }) => count > 0)).toEqual([{ day: '2018-11-04', count: 1, week: 44, weekday: 0, level: 1 }]);
    expect(weeks).toBe(53);
  });

  it('has the 366 days of a leap year, the first and the last where they belong', () => {
    const { cells } = calendarOf(daysOf(2024, '2026-01-01'), []);
    expect([cells.length, cells[0]?.day, cells.at(-1)?.day, cells[0]?.weekday]).toEqual([366, '2024-01-01', '2024-12-31', 1]);
  });

  it('asks the service for exactly those days of the person’s zone', () => {
    const { from, until } = daysOf(2025, '2026-01-01');
    const [after, before] = [startOfDay(from, SAO_PAULO), startOfDay(until, SAO_PAULO)].map(Date.parse) as [number, number];
    const isIn = (iso: string) => Date.parse(iso) >= after && Date.parse(iso) < before;
    expect(isIn('2025-12-31T23:30:00-03:00')).toBe(true);
    expect(isIn('2026-01-01T00:10:00-03:00')).toBe(false);
    expect(dayAt(Date.parse('2025-12-31T23:30:00-03:00'), 'Asia/Tokyo')).toBe('2026-01-01');
  });

  it('names each month where it begins', () => {
    const { months } = calendarOf(daysOf('recent', '2026-03-15'), []);
    expect(months.map(({ month }) => month)).toHaveLength(12);
    expect(months[0]).toEqual({ month: '2025-04', week: 0 });
  });

  it('shows differences of magnitude, also beside a day of hundreds', () => {
    const counts = [1, 3, 20, 500].map((count, at) => ({ value: `2025-01-0${at + 1}`, count }));
    const { cells } = calendarOf(daysOf(2025, '2026-01-01'), counts);
    expect(cells.slice(0, 5).map(({ level }) => level)).toEqual([1, 2, 2, 4, 0]);
  });
});

describe('a period', () => {
  it('is what the address says, where it says one', () => {
    expect(['recent', 'all', '2025', '1969', 'x', '20255', null].map(readPeriod)).toEqual([
      'recent',
      'all',
      2025,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is twelve whole months, a year, or everything until today', () => {
    expect(daysOf('recent', '2026-02-28')).toEqual({ from: '2025-03-01', until: '2026-03-01' });
    expect(daysOf('recent', '2025-12-31')).toEqual({ from: '2025-01-01', until: '2026-01-01' });
    expect(daysOf('all', '2025-12-31')).toEqual({ from: '1970-01-01', until: '2026-01-01' });
    expect(eachDay(daysOf('recent', '2026-02-28'))).toHaveLength(365);
  });

  it('without an address is the newest with a POC', () => {
    const byMonth = (...months: string[]) => months.map((value) => ({ value, count: 1 }));
    expect(usualPeriod(byMonth('2023-05', '2025-12'), '2026-01-20')).toBe('recent');
    expect(usualPeriod([...byMonth('2022-05', '2023-05'), { value: '2026-01', count: 0 }], '2026-01-20')).toBe(2023);
    expect(usualPeriod([], '2026-01-20')).toBe('recent');
  });

  it('of years is added up from months, empty years between them too', () => {
    const months = [
      { value: '2021-01', count: 0 },
      { value: '2022-12', count: 2 },
      { value: '2023-01', count: 0 },
      { value: '2024-01', count: 3 },
      { value: '2024-02', count: 1 },
    ];
    expect(byYear(months)).toEqual([
      { value: '2022', count: 2 },
      { value: '2023', count: 0 },
      { value: '2024', count: 4 },
    ]);
    expect(yearsIn(months)).toEqual([2024, 2022]);
    expect(byYear([])).toEqual([]);
  });

  it('is a month from its first day to the next one’s', () => {
    expect(monthOf('2025-12')).toEqual({ from: '2025-12-01', until: '2026-01-01' });
  });
});

it('this week a year ago is the whole week, 52 weeks before', () => {
  expect(weekAYearAgo('2026-01-01')).toEqual({ from: '2024-12-29', until: '2025-01-05' });
  expect(weekAYearAgo('2025-11-30')).toEqual({ from: '2024-12-01', until: '2024-12-08' });
});
