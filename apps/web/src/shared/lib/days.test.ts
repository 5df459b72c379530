import { describe, expect, it } from 'vitest';
import { dayAt, isDay, nextDay, startOfDay } from './days';

const SAO_PAULO = 'America/Sao_Paulo';

describe('a day', () => {
  it('begins at midnight where one lives', () => {
    expect(startOfDay('2026-01-01', SAO_PAULO)).toBe('2026-01-01T03:00:00.000Z');
    expect(startOfDay('2026-01-01', 'Asia/Tokyo')).toBe('2025-12-31T15:00:00.000Z');
    expect(startOfDay('2026-01-01', 'Pacific/Kiritimati')).toBe('2025-12-31T10:00:00.000Z');
  });

  it('of 23 hours begins at one o’clock, the moment after the one before ended', () => {
    expect(startOfDay('2018-11-04', SAO_PAULO)).toBe('2018-11-04T03:00:00.000Z');
    expect(startOfDay('2018-11-05', SAO_PAULO)).toBe('2018-11-05T02:00:00.000Z');
  });

  it('of 25 hours begins the first time the clock says midnight', () => {
    expect(startOfDay('2018-02-18', SAO_PAULO)).toBe('2018-02-18T03:00:00.000Z');
    expect(startOfDay('2018-02-17', SAO_PAULO)).toBe('2018-02-17T02:00:00.000Z');
  });

  it('is the one that the clock on the wall says', () => {
    expect(dayAt(Date.parse('2025-12-31T23:30:00-03:00'), SAO_PAULO)).toBe('2025-12-31');
    expect(dayAt(Date.parse('2025-12-31T23:30:00-03:00'), 'Asia/Tokyo')).toBe('2026-01-01');
  });

  it('is followed by the next', () => {
    expect(nextDay('2024-02-28')).toBe('2024-02-29');
    expect(nextDay('2025-12-31')).toBe('2026-01-01');
  });

  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', 'yesterday', '1969-12-31', ''])('is not %s', (day) => {
    expect(isDay(day)).toBe(false);
  });
});
