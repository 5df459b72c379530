/** Where and when the form is filled in, and what of the catalogue helps to fill it in. */
import { useMemo } from 'react';
import { useGetPocFacetsQuery, useListPocsQuery } from '@/generated/catalog';
import { dayAt } from '@/shared/lib/days';
import { useTimeZone } from '@/shared/lib/texts';
import { daysOf, periodFault, spanOf } from '../model/periods';
import type { Period } from '../model/periods';
import type { Here } from '../model/specs';

const MANY = 50;

export function useHere(): { here: Here; tags: readonly string[] } {
  const timeZone = useTimeZone();
  const { currentData: facets } = useGetPocFacetsQuery({ scope: 'mine', limit: MANY });
  const { currentData: oldest } = useListPocsQuery({ scope: 'mine', sortBy: 'createdAt', sortOrder: 'asc', page: 1, pageSize: 1 });
  return useMemo(() => {
    const first = oldest?.items[0]?.createdAt;
    const firstYear = first ? Number(dayAt(Date.parse(first), timeZone).slice(0, 4)) : undefined;
    return { here: { today: dayAt(Date.now(), timeZone), timeZone, firstYear }, tags: (facets?.tags ?? []).map(({ value }) => value) };
  }, [facets, oldest, timeZone]);
}

/** How many POCs the period has; undefined while that is not known. Tags are not counted here: a form combines them in its own way. */
export function useCount(period: Period, { today, timeZone, firstYear }: Here): number | undefined {
  const isWrong = periodFault(period) !== undefined;
  const asked = useMemo(() => {
    if (isWrong) return undefined;
    const { fromDate, toDate } = spanOf(daysOf(period, today, firstYear), timeZone);
    return { scope: 'mine' as const, after: fromDate, before: toDate, limit: 1 };
  }, [isWrong, period, today, timeZone, firstYear]);
  const { currentData } = useGetPocFacetsQuery(asked ?? {}, { skip: !asked });
  return asked && currentData?.total;
}
