import { describe, expect, it } from 'vitest';
import { NO_FILTERS, countOf, isNarrowed, queryOf, readFilters, sortOf, writeFilters } from './filters';

const read = (address: string) => readFilters(new URLSearchParams(address));

describe('the filters of an address', () => {
  it('are read and written the same', () => {
    const address = [
      'search=kafka+streams&language=C%2B%2B&language=Go&framework=Spring&tags=log%2Cstreaming&scope=tenant&favorite=true',
      'after=2025-01-01&before=2026-01-01&sortBy=name&sortOrder=asc',
    ].join('&');
    const { filters, leftOut } = read(address);
    expect(leftOut).toEqual([]);
    expect(writeFilters(filters)).toBe(address);
    expect(countOf(filters)).toBe(7);
  });

  it('hold as far as they are good, and what was left out is told', () => {
    const { filters, leftOut } = read('sortBy=bogus&tags=a,,b&language=Go&after=2026-02-30&sortOrder=up&scope=world&favorite=maybe');
    expect(filters).toEqual({ ...NO_FILTERS, tags: ['a', 'b'], languages: ['Go'] });
    expect(leftOut).toEqual(['sortBy=bogus', 'tags=,', 'after=2026-02-30', 'sortOrder=up', 'scope=world', 'favorite=maybe']);
  });

  it('take several languages and frameworks, each once, under the name that is kept', () => {
    const { filters, leftOut } = read(
      'language=golang&language=Go&language=rust&language=Brainhurt&framework=Qt&framework=qt&framework=gRPC',
    );
    expect(filters).toEqual({ ...NO_FILTERS, languages: ['Go', 'Rust', 'Brainhurt'], frameworks: ['Qt', 'gRPC'] });
    expect(leftOut).toEqual([]);
    expect(queryOf(filters, 'UTC')).toEqual({ scope: 'mine', languages: ['Go', 'Rust', 'Brainhurt'], frameworks: ['Qt', 'gRPC'] });
  });

  it('have room for one name with a comma, which the API takes by itself', () => {
    const { filters, leftOut } = read('framework=Qt&framework=Spring,+Boot&framework=a,+b');
    expect(filters.frameworks).toEqual(['Qt', 'Spring, Boot']);
    expect(leftOut).toEqual(['framework=a, b']);
    expect(queryOf(filters, 'UTC')).toEqual({ scope: 'mine', framework: 'Spring, Boot', frameworks: ['Qt'] });
  });

  it('are bounded', () => {
    const { filters, leftOut } = read(
      [
        `search=${'x'.repeat(201)}&tags=${Array.from({ length: 31 }, (_, at) => `t${at}`).join(',')}&language=${'l'.repeat(51)}`,
        ...Array.from({ length: 31 }, (_, at) => `framework=f${at}`),
      ].join('&'),
    );
    expect(filters.search).toBe('');
    expect(filters.tags).toHaveLength(30);
    expect(filters.frameworks).toHaveLength(30);
    expect(leftOut).toHaveLength(4);
  });

  it('say nothing of parameters that are not theirs', () =>
    expect(read('utm_source=mail&tags=')).toEqual({ filters: NO_FILTERS, leftOut: [] }));

  it('are the API’s parameters, with days where the person lives', () => {
    const { filters } = read('search=++&tags=a,b&after=2025-01-01&before=2026-01-01');
    expect(queryOf(filters, 'America/Sao_Paulo')).toEqual({
      scope: 'mine',
      tags: ['a', 'b'],
      after: '2025-01-01T03:00:00.000Z',
      before: '2026-01-01T03:00:00.000Z',
    });
    expect(isNarrowed(filters)).toBe(true);
  });

  it('sort by the best match only where there are words', () => {
    expect(sortOf(read('sortBy=relevance').filters)).toEqual({});
    expect(sortOf(read('sortBy=relevance&search=x').filters)).toEqual({ sortBy: 'relevance', sortOrder: undefined });
  });
});
