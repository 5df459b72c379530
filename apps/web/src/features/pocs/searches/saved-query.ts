/** What is on screen as it is kept, with a name for it and in words. */
import type { SavedQuery } from '@/generated/catalog';
import { startOfDay } from '@/shared/lib/days';
import { sortOf } from '../model/filters';
import type { Filters } from '../model/filters';
import type { PocsTexts } from '../texts/en';

const LONGEST_NAME = 100;

export function savedQueryOf(filters: Filters, timeZone: string): SavedQuery {
  const { sortBy, sortOrder } = sortOf(filters);
  return {
    search: filters.search.trim() || null,
    languages: [...filters.languages],
    frameworks: [...filters.frameworks],
    tags: [...filters.tags],
    scope: filters.scope,
    favorite: filters.isFavorite || null,
    after: filters.after ? startOfDay(filters.after, timeZone) : null,
    before: filters.before ? startOfDay(filters.before, timeZone) : null,
    sortBy: sortBy ?? null,
    sortOrder: sortOrder ?? null,
  };
}

/** What one would call it, to begin with. */
export function proposedName({ search, languages, frameworks, tags }: Filters): string {
  const words = [search.trim(), ...languages, ...frameworks, ...tags.map((tag) => `#${tag}`)].filter(Boolean).join(' ');
  return [...words].slice(0, LONGEST_NAME).join('').trim();
}

/** What it looks for, in words. */
export function wordsOf(filters: Filters, t: PocsTexts): string[] {
  const { search, languages, frameworks, tags, scope, isFavorite, after, before, sortBy } = filters;
  return [
    isFavorite ? t.titles.favorites : scope === 'tenant' ? t.titles.company : t.titles.mine,
    search.trim() && `“${search.trim()}”`,
    languages.join(` ${t.or} `),
    frameworks.join(` ${t.or} `),
    tags.map((tag) => `#${tag}`).join(' '),
    after && t.from(after),
    before && t.until(before),
    sortBy && `${t.sort}: ${t.sorts[sortBy]}`,
  ].filter((word): word is string => Boolean(word));
}
