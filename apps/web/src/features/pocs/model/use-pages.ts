/**
 * The pages of a list that are on screen, wherever in it the person is: page 80 of 100 is asked for without the 79 before. Each page that
 * was seen stays for five minutes, so that Back shows it at once.
 */
import { useEffect, useMemo } from 'react';
import { shallowEqual } from 'react-redux';
import type { ListPocsApiArg, PocPage } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { askedAtOf } from './asked-at';
import { pocsApi } from './endpoints';
import { usePocsDispatch, usePocsSelector } from './store';
import type { PocsState } from './store';

export const PAGE_SIZE = 50;

export interface Page {
  page: number;
  data: PocPage | undefined;
  failure: Failure | undefined;
  isFetching: boolean;
  /** When it was asked for. */
  askedAt: number;
}

export type ListQuery = Omit<ListPocsApiArg, 'page' | 'pageSize' | 'cursor'>;

export const argOf = (query: ListQuery, page: number): ListPocsApiArg => ({ ...query, page, pageSize: PAGE_SIZE });

/** The first page always: it says how many there are, and an End or a fast scroll leaves nothing unknown but rows. */
const FIRST = 1;

export function usePages(query: ListQuery, wanted: readonly number[]): { pages: Page[]; again: () => void } {
  const dispatch = usePocsDispatch();
  const key = [...new Set([FIRST, ...wanted])].sort((one, other) => one - other).join();
  const numbers = useMemo(() => key.split(',').map(Number), [key]);
  useEffect(() => {
    const asked = numbers.map((page) => dispatch(pocsApi.endpoints.listPocs.initiate(argOf(query, page))));
    return () => asked.forEach((each) => each.unsubscribe());
  }, [dispatch, numbers, query]);

  const selectors = useMemo(() => numbers.map((page) => pocsApi.endpoints.listPocs.select(argOf(query, page))), [numbers, query]);
  const entries = usePocsSelector((state: PocsState) => selectors.map((select) => select(state)), shallowEqual);
  const pages = useMemo(
    () =>
      entries.map((entry, at) => ({
        page: numbers[at] as number,
        data: entry.data,
        failure: entry.isError ? asFailure(entry.error) : undefined,
        isFetching: entry.isLoading || entry.isUninitialized,
        askedAt: askedAtOf(entry),
      })),
    [entries, numbers],
  );
  const again = () => void dispatch(pocsApi.util.invalidateTags(['Pocs'])); // the facets beside it failed with it
  return { pages, again };
}
