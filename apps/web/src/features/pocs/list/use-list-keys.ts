/** Which row is the active one, and the keys that change it: Tab enters the list at it and leaves the list in one step. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useLocation } from 'react-router-dom';

const lastAt = new Map<string, number>(); // by visit of the page: Back finds the row again

export interface ActiveRow {
  active: number;
  setActive: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  move: (steps: number) => void;
}

function stepOf(key: string, pageRows: number, total: number, columns: number): number | undefined {
  const page = pageRows * columns;
  const steps: Record<string, number> = { ArrowDown: columns, ArrowUp: -columns, PageDown: page, PageUp: -page, Home: -total, End: total };
  const aside: Record<string, number> = columns > 1 ? { ArrowRight: 1, ArrowLeft: -1 } : {};
  return steps[key] ?? aside[key];
}

interface Ways {
  columns?: number;
  /** With Shift: from where one was to where one is. */
  onExtend?: (to: number, from: number) => void;
}

export function useListKeys(total: number, focusRow: (index: number) => void, { columns = 1, onExtend }: Ways = {}): ActiveRow {
  const { key } = useLocation();
  const [active, setIndex] = useState(() => lastAt.get(key) ?? 0);
  const isBack = useRef(lastAt.has(key));
  const setActive = useCallback(
    (index: number) => {
      lastAt.set(key, index);
      setIndex(index);
    },
    [key],
  );
  useEffect(() => {
    if (!isBack.current || total === 0) return;
    isBack.current = false;
    focusRow(active);
  }, [active, focusRow, total]);
  const move = useCallback(
    (steps: number) => {
      if (total === 0) return;
      const next = Math.min(total - 1, Math.max(0, active + steps));
      setActive(next);
      focusRow(next);
    },
    [active, focusRow, setActive, total],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = Math.max(1, Math.floor(window.innerHeight / 90));
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : stepOf(event.key, rows, total, columns);
    if (step === undefined) return;
    event.preventDefault();
    if (event.shiftKey) onExtend?.(Math.min(total - 1, Math.max(0, active + step)), active);
    move(step);
  };
  return { active: Math.min(active, Math.max(0, total - 1)), setActive, onKeyDown, move };
}
