/** A search that was kept, as the list shows it. Kept are moments, shown are days: of the zone in which the person is now. */
import type { SavedQuery } from '@/generated/catalog';
import { dayNearest } from '@/shared/lib/days';
import { listAddress } from '../model/filters';
import type { Filters } from '../model/filters';

export function filtersOf(query: SavedQuery, timeZone: string): Filters {
  const dayOf = (moment: string | null | undefined) => (moment ? dayNearest(Date.parse(moment), timeZone) : undefined);
  return {
    search: query.search ?? '',
    languages: query.languages ?? [],
    frameworks: query.frameworks ?? [],
    tags: query.tags ?? [],
    scope: query.scope === 'tenant' ? 'tenant' : 'mine',
    isFavorite: query.favorite === true,
    after: dayOf(query.after),
    before: dayOf(query.before),
    sortBy: query.sortBy ?? undefined,
    sortOrder: query.sortOrder ?? undefined,
  };
}

/** Where the list shows it. */
export const addressOf = (query: SavedQuery, timeZone: string): string => listAddress(filtersOf(query, timeZone));
