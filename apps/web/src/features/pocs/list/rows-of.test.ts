import { describe, expect, it } from 'vitest';
import { aPoc, anItem } from '@/testing/a-poc';
import { began, changesReducer, created, creating, refused } from '../model/changes';
import { PAGE_SIZE } from '../model/use-pages';
import type { Page } from '../model/use-pages';
import { piecesOf } from './highlighted';
import { pageOf, pagesToKnow, rowsOf } from './rows-of';

const page = (number: number, ids: string[]): Page => ({
  page: number,
  data: {
    items: ids.map((pocId) => anItem({ pocId })),
    pagination: { page: number, pageSize: PAGE_SIZE, totalItems: 120, totalPages: 3, nextCursor: null },
    corrections: [],
  },
  failure: undefined,
  isFetching: false,
  askedAt: 10,
});
const nothing = changesReducer(undefined, { type: 'begin' });

describe('rows', () => {
  it('stand where their page stands, and are unknown where it has not come', () => {
    const rows = rowsOf([page(2, ['a', 'b'])], nothing);
    expect([rows.total, rows.at(50)?.pocId, rows.at(51)?.pocId, rows.at(0)]).toEqual([120, 'a', 'b', undefined]);
    expect([rows.placeOf('b'), rows.placeOf('c')]).toEqual([51, undefined]);
  });

  it('move up at once where one was deleted', () => {
    const rows = rowsOf([page(1, ['a', 'b'])], changesReducer(nothing, began({ id: '1', pocId: 'a', isDeleted: true })));
    expect([rows.total, rows.at(0)?.pocId]).toEqual([119, 'b']);
  });

  it('begin with what was made here, until a list that was asked for later has it', () => {
    const making = changesReducer(nothing, creating({ id: 'new-1', poc: anItem({ pocId: 'new-1', name: 'new' }) }));
    const seen = (state: typeof nothing, ids = ['a', 'b'], takesNew = true) => {
      const { total, at } = rowsOf([page(1, ids)], state, takesNew);
      return [total, at(0)?.pocId, at(1)?.pocId];
    };
    expect(seen(making)).toEqual([121, 'new-1', 'a']);
    expect(seen(making, ['a', 'b'], false)).toEqual([120, 'a', 'b']);
    const made = changesReducer(making, created({ id: 'new-1', poc: aPoc({ pocId: 'p9' }), at: 20 }));
    expect(seen(made)).toEqual([121, 'p9', 'a']);
    expect(seen(made, ['p9', 'a'])).toEqual([120, 'p9', 'a']);
    expect(seen(changesReducer(making, created({ id: 'new-1', poc: aPoc({ pocId: 'p9' }), at: 5 })))).toEqual([120, 'a', 'b']);
    expect(seen(changesReducer(making, refused('new-1')))).toEqual([120, 'a', 'b']);
  });

  it('settle where the only one of the last page is deleted while it is on screen', () => {
    const all = [page(1, ['a']), page(2, ['b']), page(3, ['c'])].map((each) => ({
      ...each,
      data: each.data && { ...each.data, pagination: { ...each.data.pagination, totalItems: 101 } },
    }));
    const state = changesReducer(nothing, began({ id: '1', pocId: 'c', isDeleted: true }));
    let wanted: readonly number[] = [3];
    const totals = Array.from({ length: 6 }, () => {
      const { total } = rowsOf(
        all.filter((each) => wanted.includes(each.page)),
        state,
      );
      wanted = pagesToKnow(wanted, [total - 8, total - 1]);
      return total;
    });
    expect(totals.slice(-3)).toEqual([100, 100, 100]);
  });

  it('are known of the pages on screen, and of the last few before them', () => {
    const before = [1, 2, 3];
    expect(pagesToKnow(before, [0, 60])).toBe(before);
    expect(pagesToKnow([5, 4, 3, 2, 1], [300, 350])).toEqual([7, 8, 5, 4, 3, 2]);
  });

  it('belong to pages', () => expect([pageOf(0), pageOf(49), pageOf(50), pageOf(4_999)]).toEqual([1, 1, 2, 100]));
});

it('what was found is marked, counted as strings count', () => {
  const pieces = piecesOf({
    fragment: '😀 kafka log',
    matches: [
      { start: 9, length: 3 },
      { start: 3, length: 5 },
      { start: 4, length: 2 },
    ],
  });
  expect(pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')).toBe('😀 [kafka] [log]');
});
