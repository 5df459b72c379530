/** What the dashboard counts: everything, to know the years that there are, and the time that was chosen. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { asFailure } from '@/shared/api/failure';
import { dayAt, startOfDay } from '@/shared/lib/days';
import { useTimeZone } from '@/shared/lib/texts';
import { pocsApi } from '../model/endpoints';
import { daysOf, readPeriod, usualPeriod, yearsIn } from './periods';
import type { Days, Period } from './periods';

export type StatsScope = 'mine' | 'tenant';

export function useToday(): { today: string; timeZone: string } {
  const timeZone = useTimeZone();
  return { today: dayAt(Date.now(), timeZone), timeZone };
}

const useAsk = (scope: StatsScope) => {
  const timeZone = useTimeZone();
  return useCallback(
    (days: Days) => ({ scope, timeZone, after: startOfDay(days.from, timeZone), before: startOfDay(days.until, timeZone) }),
    [scope, timeZone],
  );
};

export function useChoice() {
  const [parameters, setParameters] = useSearchParams();
  const scope: StatsScope = parameters.get('scope') === 'tenant' ? 'tenant' : 'mine';
  const chosen = readPeriod(parameters.get('period'));
  const choose = useCallback(
    (change: { scope?: StatsScope; period?: Period }) =>
      setParameters(
        (held) => {
          const next = new URLSearchParams(held);
          if (change.scope === 'mine') next.delete('scope');
          else if (change.scope) next.set('scope', change.scope);
          if (change.period !== undefined) next.set('period', String(change.period));
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return { scope, chosen, choose };
}

export function useStats(scope: StatsScope, chosen: Period | undefined) {
  const { today } = useToday();
  const ask = useAsk(scope);
  const ever = pocsApi.useGetPocStatsQuery(useMemo(() => ask(daysOf('all', today)), [ask, today]));
  const period = chosen ?? (ever.currentData && usualPeriod(ever.currentData.byMonth, today));
  const days = useMemo(() => (period === undefined ? undefined : daysOf(period, today)), [period, today]);
  const counted = pocsApi.useGetPocStatsQuery(days ? ask(days) : ask(daysOf('all', today)), { skip: days === undefined });
  const error = ever.error ?? counted.error;
  return {
    days,
    period,
    stats: counted.currentData,
    total: ever.currentData?.total,
    years: ever.currentData ? yearsIn(ever.currentData.byMonth) : [],
    failure: error && asFailure(error),
    again: () => {
      void ever.refetch();
      if (days) void counted.refetch();
    },
  };
}
