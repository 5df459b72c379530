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

/** The row that has the focus may go from the page, by a deletion or a page that is read again: the active one has it then. */
export function useKeptFocus(list: RefObject<HTMLElement>, active: number) {
  const isHere = useRef(false);
  useEffect(() => {
    if (!isHere.current || document.activeElement !== document.body) return;
    list.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true });
  });
  // React tells of no blur while it takes elements away: then the focus is still meant to be here.
  const onFocus = useCallback(() => void (isHere.current = true), []);
  const onBlur = useCallback(() => void (isHere.current = false), []);
  return { onFocus, onBlur };
}
