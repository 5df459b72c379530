/** Which rows of the list the window shows, as it is scrolled and resized; and the way to any of them. */
import { useCallback, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { rowsIn, topToShow } from './window-rows';
import type { Pane, Shown } from './window-rows';

const paneOver = (list: HTMLElement): Pane => ({ top: -list.getBoundingClientRect().top, height: window.innerHeight });

export function useWindowRows(list: RefObject<HTMLElement>, row: number, total: number): { shown: Shown; show: (index: number) => void } {
  const [shown, setShown] = useState<Shown>(() => rowsIn({ top: 0, height: window.innerHeight }, row, total));
  useLayoutEffect(() => {
    const look = () => {
      if (!list.current) return;
      const next = rowsIn(paneOver(list.current), row, total);
      setShown((before) => (before.first === next.first && before.last === next.last ? before : next));
    };
    const follow = () => flushSync(look); // within the frame that shows it: no row is empty while one scrolls
    look();
    window.addEventListener('scroll', follow, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', follow);
      window.removeEventListener('resize', look);
    };
  }, [list, row, total]);
  const show = useCallback(
    (index: number) => {
      const pane = list.current && paneOver(list.current);
      const top = pane ? topToShow(index, pane, row) : undefined;
      if (pane && top !== undefined) window.scrollBy(0, top - pane.top);
    },
    [list, row],
  );
  return { shown, show };
}
