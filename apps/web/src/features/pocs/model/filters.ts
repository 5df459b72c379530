/**
 * What the list shows, as its address says it and as the API is asked. An address that was typed by hand may say anything: what is good
 * of it holds, and what was left out is told.
 */
import { isDay, startOfDay } from '@/shared/lib/days';
import type { ListPocsApiArg, PocSortBy, SortOrder } from '@/generated/catalog';
import { keptName } from './language-names';
import { MOST_VALUES, isAmong, isRoomFor, parted, wordOf } from './values';

export interface Filters {
  search: string;
  /** Any of them. */
  languages: readonly string[];
  /** Any of them. */
  frameworks: readonly string[];
  /** All of them. */
  tags: readonly string[];
  scope: 'mine' | 'tenant';
  isFavorite: boolean;
  /** Days: from `after` on, and until the day before `before`. */
  after?: string;
  before?: string;
  sortBy?: PocSortBy;
  sortOrder?: SortOrder;
}

export const NO_FILTERS: Filters = { search: '', languages: [], frameworks: [], tags: [], scope: 'mine', isFavorite: false };
export const SORTS = ['createdAt', 'updatedAt', 'name', 'language', 'relevance'] as const satisfies readonly PocSortBy[];

const LONGEST_SEARCH = 200;
const NAMES = ['search', 'language', 'framework', 'tags', 'scope', 'favorite', 'after', 'before', 'sortBy', 'sortOrder'];

export interface Read {
  filters: Filters;
  /** As they stood in the address. */
  leftOut: readonly string[];
}

const oneOf = <T extends string>(values: readonly T[], value: string): T | undefined => values.find((each) => each === value);

/** One more of several values; none where it is none, or one too many. */
function oneMore(held: readonly string[], value: string | undefined): readonly string[] | undefined {
  if (!value) return undefined;
  if (isAmong(held, value)) return held;
  return isRoomFor(held, value) ? [...held, value] : undefined;
}

/** What one parameter says besides; undefined where it says nothing that is known. A parameter of several values stands once for each. */
function reading(held: Filters, name: string, value: string): Partial<Filters> | undefined {
  const only = <K extends keyof Filters>(key: K, read: Filters[K] | undefined) => (read === undefined ? undefined : { [key]: read });
  switch (name) {
    case 'search':
      return [...value].length <= LONGEST_SEARCH ? { search: value } : undefined;
    case 'language':
      return only('languages', oneMore(held.languages, wordOf(keptName(value.trim()))));
    case 'framework':
      return only('frameworks', oneMore(held.frameworks, wordOf(value)));
    case 'scope':
      return only('scope', oneOf(['mine', 'tenant'], value));
    case 'favorite':
      return value === 'true' ? { isFavorite: true } : undefined;
    case 'after':
      return only('after', isDay(value) ? value : undefined);
    case 'before':
      return only('before', isDay(value) ? value : undefined);
    case 'sortBy':
      return only('sortBy', oneOf(SORTS, value));
    case 'sortOrder':
      return only('sortOrder', oneOf(['asc', 'desc'], value));
    default:
      return undefined;
  }
}

function tagsIn(value: string): { tags: string[]; bad: string[] } {
  const parts = value.split(',').map((part) => part.trim());
  const good = [...new Set(parts.filter((part) => wordOf(part)).map((part) => part.toLowerCase()))];
  const bad = parts.filter((part) => !wordOf(part)).map((part) => part || ',');
  return { tags: good.slice(0, MOST_VALUES), bad: [...bad, ...good.slice(MOST_VALUES)] };
}

export function readFilters(parameters: URLSearchParams): Read {
  const leftOut: string[] = [];
  let filters: Filters = NO_FILTERS;
  for (const [name, value] of parameters) {
    if (!NAMES.includes(name) || value === '') continue;
    if (name === 'tags') {
      const { tags, bad } = tagsIn(value);
      filters = { ...filters, tags };
      leftOut.push(...bad.map((part) => `tags=${part}`));
      continue;
    }
    const read = reading(filters, name, value);
    if (read) filters = { ...filters, ...read };
    else leftOut.push(`${name}=${value}`);
  }
  return { filters, leftOut };
}

export function writeFilters(filters: Filters): string {
  const said: Record<string, string | readonly string[] | undefined> = {
    search: filters.search,
    language: filters.languages,
    framework: filters.frameworks,
    tags: filters.tags.join(','),
    scope: filters.scope === 'mine' ? undefined : filters.scope,
    favorite: filters.isFavorite ? 'true' : undefined,
    after: filters.after,
    before: filters.before,
    sortBy: filters.sortBy,
    sortOrder: filters.sortOrder,
  };
  const parameters = new URLSearchParams();
  for (const name of NAMES) [said[name] ?? []].flat().forEach((value) => value && parameters.append(name, value));
  return parameters.toString();
}

/** Where the list shows them. */
export function listAddress(filters: Filters): string {
  const said = writeFilters(filters);
  return said ? `/pocs?${said}` : '/pocs';
}

export const isSame = (one: Filters, other: Filters): boolean => writeFilters(one) === writeFilters(other);

/** How many filters beside the words hold. */
export const countOf = (filters: Filters): number =>
  [...filters.tags, ...filters.languages, ...filters.frameworks, filters.after, filters.before].filter(Boolean).length;

export const isNarrowed = (filters: Filters): boolean => filters.search.trim() !== '' || filters.isFavorite || countOf(filters) > 0;

/** The newest stand first, and nothing is left out: what is made now has its place on top. */
export const beginsWithNew = (filters: Filters): boolean =>
  !isNarrowed(filters) && (filters.sortBy ?? 'createdAt') === 'createdAt' && filters.sortOrder !== 'asc';

/** What the API calls the same. Days are those of the person's zone. */
export type PocQuery = Omit<ListPocsApiArg, 'page' | 'pageSize' | 'cursor' | 'sortBy' | 'sortOrder'>;

export function queryOf(filters: Filters, timeZone: string): PocQuery {
  const [languages, frameworks] = [parted(filters.languages), parted(filters.frameworks)];
  return {
    search: filters.search.trim() || undefined,
    language: languages.one,
    languages: languages.several,
    framework: frameworks.one,
    frameworks: frameworks.several,
    tags: filters.tags.length > 0 ? [...filters.tags] : undefined,
    scope: filters.scope,
    favorite: filters.isFavorite || undefined,
    after: filters.after && startOfDay(filters.after, timeZone),
    before: filters.before && startOfDay(filters.before, timeZone),
  };
}

export function sortOf(filters: Filters): Pick<ListPocsApiArg, 'sortBy' | 'sortOrder'> {
  const isImpossible = filters.sortBy === 'relevance' && filters.search.trim() === '';
  return isImpossible ? {} : { sortBy: filters.sortBy, sortOrder: filters.sortOrder };
}
