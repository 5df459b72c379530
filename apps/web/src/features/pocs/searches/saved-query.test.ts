import { describe, expect, it } from 'vitest';
import { NO_FILTERS, readFilters } from '../model/filters';
import { pocsEn } from '../texts/en';
import { addressOf, filtersOf } from './saved-address';
import { proposedName, savedQueryOf, wordsOf } from './saved-query';

const ADDRESS = [
  'search=kafka&language=Go&language=Rust&framework=gRPC&tags=log%2Csse&scope=tenant&favorite=true',
  'after=2025-01-01&before=2026-01-01&sortBy=name&sortOrder=asc',
].join('&');
const { filters } = readFilters(new URLSearchParams(ADDRESS));
const HERE = 'America/Sao_Paulo';

describe('a search that is kept', () => {
  it('is what the API takes, and opens as it was', () => {
    const query = savedQueryOf(filters, HERE);
    expect(query).toEqual({
      search: 'kafka',
      languages: ['Go', 'Rust'],
      frameworks: ['gRPC'],
      tags: ['log', 'sse'],
      scope: 'tenant',
      favorite: true,
      after: '2025-01-01T03:00:00.000Z',
      before: '2026-01-01T03:00:00.000Z',
      sortBy: 'name',
      sortOrder: 'asc',
    });
    expect(addressOf(query, HERE)).toBe(`/pocs?${ADDRESS}`);
  });

  it.each(['Asia/Tokyo', 'America/Los_Angeles', 'Europe/Lisbon'])('means the same days when its person has moved to %s', (zone) =>
    expect(filtersOf(savedQueryOf(filters, HERE), zone)).toMatchObject({ after: '2025-01-01', before: '2026-01-01' }),
  );

  it('may be of nothing but the list', () => {
    expect(addressOf(savedQueryOf(NO_FILTERS, HERE), HERE)).toBe('/pocs');
    expect(addressOf({}, HERE)).toBe('/pocs');
  });

  it('proposes a name, and says in words what it looks for', () => {
    expect(proposedName(filters)).toBe('kafka Go Rust gRPC #log #sse');
    expect([...proposedName({ ...NO_FILTERS, search: '😀'.repeat(120) })]).toHaveLength(100);
    expect(wordsOf(filters, pocsEn)).toEqual([
      'Favourites',
      '“kafka”',
      'Go or Rust',
      'gRPC',
      '#log #sse',
      'from 2025-01-01',
      'before 2026-01-01',
      'Sort by: Name',
    ]);
  });
});
