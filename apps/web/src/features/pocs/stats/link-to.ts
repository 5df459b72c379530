/** The way from a number to what it counts: the catalogue, with the filters that the number stands for. */
import { NO_FILTERS, listAddress } from '../model/filters';
import type { Filters } from '../model/filters';
import type { Days } from './periods';
import type { StatsScope } from './use-stats';

export type LinkTo = (narrower: Partial<Filters>) => string;

/** Within the time that is looked at; all of time is no filter. */
export const linksWithin =
  (scope: StatsScope, days: Days | undefined): LinkTo =>
  (narrower) => {
    const time = days && { after: days.from, before: days.until };
    return listAddress({ ...NO_FILTERS, scope, ...time, ...narrower });
  };
