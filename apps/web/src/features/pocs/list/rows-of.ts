/** The rows of a list that is known in parts: which POC stands at which place, where its page has come. */
import { shownOf } from '../model/changes';
import type { ChangesState, Shown } from '../model/changes';
import { PAGE_SIZE } from '../model/use-pages';
import type { Page } from '../model/use-pages';

export interface KnownRows {
  total: number;
  at: (index: number) => Shown | undefined;
}

/** What was deleted here makes the rows below it move up at once. */
export function rowsOf(pages: readonly Page[], changes: ChangesState): KnownRows {
  const rows = new Map<number, Shown>();
  let total = 0;
  let gone = 0;
  for (const { page, data, askedAt } of pages) {
    if (!data) continue;
    total = data.pagination.totalItems;
    data.items.forEach((item, at) => {
      const shown = shownOf(item, changes, askedAt);
      if (shown) rows.set((page - 1) * PAGE_SIZE + at - gone, shown);
      else gone += 1;
    });
  }
  return { total: Math.max(0, total - gone), at: (index) => rows.get(index) };
}

export const pageOf = (index: number): number => Math.floor(index / PAGE_SIZE) + 1;
