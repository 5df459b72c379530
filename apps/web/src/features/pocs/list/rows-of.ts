/** The rows of a list that is known in parts: which POC stands at which place, where its page has come. */
import { createdSince, shownOf } from '../model/changes';
import type { ChangesState, Shown } from '../model/changes';
import { PAGE_SIZE } from '../model/use-pages';
import type { Page } from '../model/use-pages';

export interface KnownRows {
  total: number;
  at: (index: number) => Shown | undefined;
  /** Where it stands, if its page has come. */
  placeOf: (pocId: string) => number | undefined;
}

/** What was made here stands above, where the list takes it; what was deleted makes the rows below it move up at once. */
export function rowsOf(pages: readonly Page[], changes: ChangesState, takesNew = false): KnownRows {
  const asked = pages.find(({ data }) => data)?.askedAt ?? 0;
  const known = new Set(pages.flatMap(({ data }) => data?.items.map(({ pocId }) => pocId) ?? []));
  const fresh = takesNew ? createdSince(changes, asked).filter(({ pocId }) => !known.has(pocId)) : [];
  const rows = new Map<number, Shown>(fresh.map((poc, at) => [at, poc]));
  let total = 0;
  let gone = -fresh.length;
  for (const { page, data, askedAt } of pages) {
    if (!data) continue;
    total = data.pagination.totalItems;
    data.items.forEach((item, at) => {
      const shown = shownOf(item, changes, askedAt);
      if (shown) rows.set((page - 1) * PAGE_SIZE + at - gone, shown);
      else gone += 1;
    });
  }
  const places = new Map([...rows].map(([index, { pocId }]) => [pocId, index]));
  return { total: Math.max(0, total - gone), at: (index) => rows.get(index), placeOf: (pocId) => places.get(pocId) };
}

export const pageOf = (index: number): number => Math.floor(index / PAGE_SIZE) + 1;

const KEPT = 6;

/**
 * The pages to know: those that are seen, and the last few before them. Were a page forgotten as soon as it is out of sight, what was
 * deleted on it would stand in the total again, bring the page back into sight, and so on without end.
 */
export function pagesToKnow(before: readonly number[], indexes: readonly number[]): readonly number[] {
  const seen = [...new Set(indexes.map(pageOf))];
  if (seen.every((page) => before.includes(page))) return before;
  return [...new Set([...seen, ...before])].slice(0, Math.max(KEPT, seen.length));
}
