/**
 * The filters that the address says, and the way to others. List, count, facets and address change together, once the answers for the new
 * filters are here: at no moment do two of them belong to different questions, and an answer that comes late changes nothing.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { pocsApi } from './endpoints';
import { isSame, queryOf, readFilters, sortOf, writeFilters } from './filters';
import type { Filters } from './filters';
import { usePocsDispatch } from './store';
import { argOf } from './use-pages';
import type { ListQuery } from './use-pages';

export const FACET_LIMIT = 50;
const BETWEEN_MS = 100; // of two questions while one types; the first goes at once

export type Go = (change: (held: Filters) => Filters, how?: { replace?: boolean; isTyping?: boolean }) => void;

export interface FiltersInUse {
  filters: Filters;
  leftOut: readonly string[];
  query: ListQuery;
  /** On the way to others. */
  isPending: boolean;
  /** `change` is given what was asked for last, be it here already or on its way. `replace`: or Back would go through every letter. */
  go: Go;
}

export function useFilters(timeZone: string): FiltersInUse {
  const { search, key } = useLocation();
  const { filters, leftOut } = useMemo(() => readFilters(new URLSearchParams(search)), [search]);
  const query = useMemo(() => ({ ...queryOf(filters, timeZone), ...sortOf(filters) }), [filters, timeZone]);
  const { isPending, go } = useWay(filters, key, timeZone);
  return { filters, leftOut, query, isPending, go };
}

function useWay(filters: Filters, key: string, timeZone: string) {
  const navigate = useNavigate();
  const dispatch = usePocsDispatch();
  const [isPending, setPending] = useState(false);
  const latest = useRef(0);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const target = useRef<Filters>(undefined);
  const askedAt = useRef(0);
  const led = useRef<readonly string[]>([]); // addresses that this led to and the page does not show yet: it is drawn when there is time
  const shown = useRef(filters);

  const stop = useCallback(() => {
    latest.current += 1;
    clearTimeout(waiting.current);
    target.current = undefined;
    setPending(false);
  }, []);
  useEffect(() => stop, [stop]);
  useLayoutEffect(() => {
    const at = led.current.indexOf(writeFilters(filters));
    const isElsewhere = at < 0 && shown.current !== filters; // whoever went there meanwhile stays there
    shown.current = filters;
    led.current = isElsewhere ? [] : led.current.slice(at + 1);
    if (isElsewhere || (target.current && isSame(target.current, filters))) stop();
  }, [stop, filters, key]);

  const bring = useCallback(
    async (wanted: Filters, mine: number, replace: boolean) => {
      askedAt.current = Date.now();
      const facets = queryOf(wanted, timeZone);
      const asked = [
        dispatch(pocsApi.endpoints.listPocs.initiate(argOf({ ...facets, ...sortOf(wanted) }, 1))),
        dispatch(pocsApi.endpoints.getPocFacets.initiate({ ...facets, limit: FACET_LIMIT })),
      ];
      await Promise.allSettled(asked);
      if (latest.current === mine) {
        const search = writeFilters(wanted);
        led.current = [...led.current, search];
        navigate({ search }, { replace });
      }
      asked.forEach((each) => each.unsubscribe());
    },
    [dispatch, navigate, timeZone],
  );

  const go = useCallback<Go>(
    (change, { replace = false, isTyping = false } = {}) => {
      const wanted = change(target.current ?? filters);
      stop();
      if (led.current.length === 0 && isSame(wanted, filters)) return;
      target.current = wanted;
      setPending(true);
      const mine = latest.current;
      const wait = isTyping ? askedAt.current + BETWEEN_MS - Date.now() : 0;
      if (wait <= 0) void bring(wanted, mine, replace);
      else waiting.current = setTimeout(() => void bring(wanted, mine, replace), wait);
    },
    [bring, filters, stop],
  );
  return { isPending, go };
}

/** The facets beside the list, of the same question: undefined while they are on their way, null where they cannot be had. */
export function useFacets(filters: Filters, timeZone: string) {
  const query = useMemo(() => ({ ...queryOf(filters, timeZone), limit: FACET_LIMIT }), [filters, timeZone]);
  const { currentData, isError, isFetching } = pocsApi.useGetPocFacetsQuery(query);
  return isError && !isFetching ? null : currentData;
}
