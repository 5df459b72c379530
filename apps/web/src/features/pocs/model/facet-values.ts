/** A facet beside the filters that hold: what holds is always among its values, so that it can be let go there. */
import type { Count, PocFacets } from '@/generated/catalog';
import { countOf } from './filters';
import type { Filters } from './filters';
import { isAmong } from './values';

export interface FacetValue {
  value: string;
  /** Unknown where it is rarer than all that were counted. */
  count?: number;
}

const without = (counts: readonly Count[], held: readonly string[]): string[] => {
  const counted = counts.map(({ value }) => value);
  return held.filter((each) => !isAmong(counted, each));
};

export const facetValues = (counts: readonly Count[], leftOut: number, held: readonly string[]): FacetValue[] => [
  ...counts,
  ...without(counts, held).map((value) => ({ value, count: leftOut > 0 ? undefined : 0 })),
];

/**
 * What is asked for, and found nowhere: among others that are found it would be passed over in silence. Where nothing at all is found, the
 * list says so, and there a value is to blame only if nothing else was asked for.
 */
export function notFound(filters: Filters, facets: PocFacets | undefined | null): string[] {
  if (!facets) return [];
  const missing = [
    ...(facets.languagesLeftOut > 0 ? [] : without(facets.languages, filters.languages)),
    ...(facets.frameworksLeftOut > 0 ? [] : without(facets.frameworks, filters.frameworks)),
  ];
  const isAllThatIsAsked = countOf(filters) === missing.length && filters.search.trim() === '';
  return facets.total > 0 || isAllThatIsAsked ? missing : [];
}
