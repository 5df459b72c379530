/** The focus goes to a row that may not be in the page yet: it is brought into sight, and focused as soon as it is there. */
import { useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';

export function useWantedFocus(list: RefObject<HTMLElement>, bringIntoSight: (index: number) => void): (index: number) => void {
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    const link = wanted.current === undefined ? null : list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!link) return;
    wanted.current = undefined;
    link.focus({ preventScroll: true });
  });
  return useCallback(
    (index) => {
      wanted.current = index;
      bringIntoSight(index);
    },
    [bringIntoSight],
  );
}
