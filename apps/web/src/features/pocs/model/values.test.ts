import { describe, expect, it } from 'vitest';
import type { PocFacets } from '@/generated/catalog';
import { facetValues, notFound } from './facet-values';
import { NO_FILTERS } from './filters';
import { isAmong, joined, toggled } from './values';

describe('the values of a filter', () => {
  it('are alike whatever their case and accents, and unlike in every sign', () => {
    expect(isAmong(['Reação', 'C'], 'reacao')).toBe(true);
    expect(isAmong(['Reação', 'C'], 'C#')).toBe(false);
    expect(isAmong(['C++'], 'C')).toBe(false);
  });

  it('come and go one by one, in the order in which they came', () => {
    expect(toggled(['Go'], 'Rust')).toEqual(['Go', 'Rust']);
    expect(toggled(['Go', 'Rust'], 'go')).toEqual(['Rust']);
    expect(joined(['Go'], ['Rust', 'GO', 'C'])).toEqual(['Go', 'Rust', 'C']);
  });

  it('have room for one name with a comma: the newest', () => expect(toggled(['Go', 'a, b'], 'c, d')).toEqual(['Go', 'c, d']));
});

describe('a facet', () => {
  const counts = [
    { value: 'Go', count: 60 },
    { value: 'Rust', count: 2 },
  ];

  it('shows what holds, found or not', () => {
    expect(facetValues(counts, 0, ['go', 'Zig'])).toEqual([...counts, { value: 'Zig', count: 0 }]);
    expect(facetValues(counts, 3, ['Zig'])).toEqual([...counts, { value: 'Zig', count: undefined }]);
  });

  it('tells what is found nowhere, where all was counted', () => {
    const facets = { total: 60, languages: counts, languagesLeftOut: 0, frameworks: [], frameworksLeftOut: 1 } as unknown as PocFacets;
    const filters = { ...NO_FILTERS, languages: ['Go', 'Zig'], frameworks: ['Qt'] };
    expect(notFound(filters, facets)).toEqual(['Zig']);
    expect(notFound(filters, undefined)).toEqual([]);
    expect(notFound(filters, { ...facets, total: 0 })).toEqual([]);
    expect(notFound({ ...NO_FILTERS, languages: ['Zig'] }, { ...facets, total: 0 })).toEqual(['Zig']);
  });
});
