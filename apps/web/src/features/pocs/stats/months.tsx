import { useCallback, useMemo } from 'react';
import type { Count } from '@/generated/catalog';
import { Bars } from './bars';
import { ChartCard } from './chart-card';
import { useDayNames } from './day-names';
import type { LinkTo } from './link-to';
import { byYear, monthOf } from './periods';
import { useStatsTexts } from './stats-texts';

interface Props {
  byMonth: readonly Count[];
  /** All of time: years, then. */
  isEver: boolean;
  linkTo: LinkTo;
  isTable: boolean;
}

export function Months({ byMonth, isEver, linkTo, isTable }: Props) {
  const t = useStatsTexts();
  const names = useDayNames();
  const rows = useMemo(
    () =>
      isEver
        ? byYear(byMonth).map(({ value, count }) => ({ value, count, from: `${value}-01-01`, until: `${Number(value) + 1}-01-01` }))
        : byMonth.map(({ value, count }) => ({ value, count, ...monthOf(value) })),
    [byMonth, isEver],
  );
  const named = useCallback(
    (nameOf: (value: string) => string) =>
      rows.map(({ value, count, from, until }) => ({
        name: nameOf(value),
        brief: isEver ? `’${value.slice(-2)}` : names.letter(value),
        count,
        to: linkTo({ after: from, before: until }),
      })),
    [rows, linkTo, isEver, names],
  );
  const bars = useMemo(() => named(isEver ? String : names.month), [named, isEver, names]);
  const whole = named(isEver ? String : names.monthAndYear);
  const title = isEver ? t.byYear : t.byMonth;
  const most = whole.reduce((best, row) => (row.count > best.count ? row : best), { name: '', count: 0, to: '' });
  return (
    <ChartCard title={title} column={isEver ? t.year : t.month} rows={whole} isTable={isTable}>
      <Bars bars={bars} isUpright says={t.chartOf(title, `${most.name}, ${most.count}`)} />
    </ChartCard>
  );
}
