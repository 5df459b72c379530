/** Which rows are picked: one by one, a range from the one picked last, or all, whether their pages are on screen or not. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { askedAtOf } from '../model/asked-at';
import { pocsApi } from '../model/endpoints';
import { MOST, NOTHING_PICKED, between, stillIn, toggled, withAll } from '../model/selection';
import type { Selection } from '../model/selection';
import { usePocsDispatch, usePocsStore } from '../model/store';
import { argOf } from '../model/use-pages';
import type { ListQuery } from '../model/use-pages';
import { pageOf, rowsOf } from './rows-of';
import type { KnownRows } from './rows-of';

const { listPocs } = pocsApi.endpoints;

export interface Selecting {
  selection: Selection;
  /** How many the list has: no more than `MOST` of them are picked by `all`. */
  total: number;
  /** Something was picked on this page: what can be done with it is there. */
  wasUsed: boolean;
  isPicking: boolean;
  start: () => void;
  clear: () => void;
  pick: (index: number) => void;
  /** The range ends here, by a step from `from` or from the one picked last; what was picked before it began stays. */
  extend: (to: number, from?: number) => void;
  all: () => void;
}

interface Held {
  query: ListQuery;
  selection: Selection;
  /** What was picked before the range, and where that begins and ends. */
  before: Selection;
  range?: { anchor: number; end: number };
  isPicking: boolean;
}

const none = (query: ListQuery): Held => ({ query, selection: NOTHING_PICKED, before: NOTHING_PICKED, isPicking: false });

/** The rows of pages that need not be on screen. */
function useBring(query: ListQuery, takesNew: boolean) {
  const dispatch = usePocsDispatch();
  const store = usePocsStore();
  return useCallback(
    async (indexes: readonly number[]): Promise<KnownRows> => {
      const numbers = [...new Set([1, ...indexes.map(pageOf)])].sort((one, other) => one - other);
      const bring = async (page: number) => {
        const data = await dispatch(listPocs.initiate(argOf(query, page), { subscribe: false })).unwrap();
        const askedAt = askedAtOf(listPocs.select(argOf(query, page))(store.getState())); // it may have been known
        return { page, data, failure: undefined, isFetching: false, askedAt };
      };
      const pages = await Promise.all(numbers.map(bring));
      return rowsOf(pages, store.getState().pocChanges, takesNew);
    },
    [dispatch, query, store, takesNew],
  );
}

/** What is held of this list. Of another list nothing is, not even for one frame; nor of what this one has lost. */
function useHeld(rows: KnownRows, query: ListQuery) {
  const [stored, setHeld] = useState(() => none(query));
  const held = useMemo(() => {
    if (stored.query !== query) return none(query);
    const selection = stillIn(stored.selection, rows);
    return selection === stored.selection ? stored : { ...stored, selection, before: stillIn(stored.before, rows) };
  }, [stored, query, rows]);
  if (held !== stored) setHeld(held);
  const change = useCallback(
    (to: (held: Held) => Held) => setHeld((before) => (before.query === query ? to(before) : before)), // or it came too late
    [query],
  );
  return { held, change };
}

export function useSelection(rows: KnownRows, query: ListQuery, takesNew: boolean): Selecting {
  const { held, change } = useHeld(rows, query);
  const [wasUsed, setUsed] = useState(false);
  const latest = useRef(0);
  const bring = useBring(query, takesNew);
  const { total } = rows;

  /** With the rows at the indexes, now or when they have come: unless something else was picked meanwhile. */
  const take = useCallback(
    (indexes: readonly number[], to: (held: Held, known: KnownRows) => Held) => {
      latest.current += 1;
      const mine = latest.current;
      setUsed(true);
      const known = (brought: KnownRows) => mine === latest.current && change((before) => to(before, brought));
      if (indexes.every((index) => rows.at(index))) known(rows);
      else void bring(indexes).then(known, () => undefined); // the list says itself why it cannot be brought
    },
    [bring, change, rows],
  );

  const clear = useCallback(() => {
    latest.current += 1;
    change(({ query: same }) => none(same));
  }, [change]);
  const start = useCallback(() => {
    setUsed(true);
    change((before) => ({ ...before, isPicking: true }));
  }, [change]);
  const pick = useCallback(
    (index: number) => {
      if (!rows.at(index)) return;
      take([index], (before, known) => {
        const selection = toggled(before.selection, known, index);
        return { ...before, selection, before: selection, range: { anchor: index, end: index } };
      });
    },
    [rows, take],
  );
  const extend = useCallback(
    (to: number, from?: number) => {
      const goesOn = held.range && (from === undefined || from === held.range.end);
      const anchor = goesOn && held.range ? held.range.anchor : (from ?? to);
      change((now) => ({ ...now, range: { anchor, end: to }, before: goesOn ? now.before : now.selection })); // at once: the next step asks
      const indexes = between(anchor, to);
      take(indexes, (now, known) => ({ ...now, selection: withAll(now.before, known, indexes) }));
    },
    [change, held.range, take],
  );
  const all = useCallback(() => {
    if (total === 0) return;
    const indexes = between(0, Math.min(MOST, total) - 1);
    take(indexes, (before, known) => {
      const selection = withAll(NOTHING_PICKED, known, indexes);
      return { ...before, selection, before: selection, range: undefined };
    });
  }, [take, total]);
  const { selection } = held;
  const isPicking = held.isPicking || selection.size > 0;
  return useMemo(
    () => ({ selection, total, wasUsed, isPicking, start, clear, pick, extend, all }),
    [selection, total, wasUsed, isPicking, start, clear, pick, extend, all],
  );
}
