/**
 * On paper is all of the list, however little of it is on screen: Ctrl+P brings what is missing before the browser prints. Who prints by
 * the browser's own menu, which waits for nobody, gets what has come, and is told how to have the rest.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PocListItem } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { pocsApi } from '../model/endpoints';
import { usePocsStore } from '../model/store';
import type { PocsDispatch } from '../model/store';
import type { ListQuery } from '../model/use-pages';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { rowsOf } from './rows-of';
import type { KnownRows } from './rows-of';

const PAGE_SIZE = 100; // the most that one request brings

/** One after the other, so that none is there twice and none is missing while others write. */
async function bringAll(query: ListQuery, dispatch: PocsDispatch) {
  const items: PocListItem[] = [];
  const askedAt = Date.now();
  for (let cursor: string | undefined; ;) {
    const asked = pocsApi.endpoints.listPocs.initiate({ ...query, pageSize: PAGE_SIZE, cursor }, { subscribe: false, forceRefetch: true });
    const data = await dispatch(asked).unwrap();
    items.push(...data.items);
    cursor = data.pagination.nextCursor ?? undefined;
    if (!cursor) return { page: 1, data: { ...data, items }, failure: undefined, isFetching: false, askedAt };
  }
}

/** The rows on paper, while it is printed. */
export function usePrinting(rows: KnownRows, query: ListQuery, takesNew: boolean): { onPaper?: KnownRows; print: () => void } {
  const t = usePocsTexts();
  const ui = useUiTexts();
  const store = usePocsStore();
  const [onPaper, setOnPaper] = useState<KnownRows>();
  const known = useRef(rows);
  known.current = rows;
  useEffect(() => {
    const begin = () => flushSync(() => setOnPaper((brought) => brought ?? known.current));
    const end = () => setOnPaper(undefined);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  const wanted = useRef<ListQuery>(undefined);
  useEffect(
    () => () => {
      wanted.current = undefined; // whoever went on to another list does not want this one any more
    },
    [query],
  );
  const print = useCallback(async (): Promise<void> => {
    if (wanted.current === query) return;
    wanted.current = query;
    toast({ key: 'print', text: t.printing });
    try {
      const brought = rowsOf([await bringAll(query, store.dispatch as PocsDispatch)], store.getState().pocChanges, takesNew);
      if (wanted.current !== query) return;
      flushSync(() => setOnPaper(brought));
      window.print();
    } catch (error) {
      toast({
        key: 'print',
        kind: 'failed',
        text: t.notPrinted(detailOf(asFailure(error), ui)),
        action: { name: t.again, perform: () => void print() },
      });
    } finally {
      wanted.current = undefined;
    }
  }, [query, store, takesNew, t, ui]);
  return { onPaper, print: useCallback(() => void print(), [print]) };
}
