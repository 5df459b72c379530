/** Rows of one height, of which a window shows a part: `top` is how far the window has gone below the first row's top. */
export interface Pane {
  top: number;
  height: number;
}

export interface Shown {
  first: number;
  last: number;
}

export function rowsIn({ top, height }: Pane, row: number, total: number): Shown {
  const within = (index: number) => Math.min(Math.max(0, total - 1), Math.max(0, index));
  return { first: within(Math.floor(top / row)), last: within(Math.ceil((top + height) / row) - 1) };
}

/** Those in the window, as many on each side of it, and one that has to stay wherever it is; in their order. */
export function rowsAround({ first, last }: Shown, around: number, kept: number, total: number): readonly number[] {
  const [from, to] = [Math.max(0, first - around), Math.min(total - 1, last + around)];
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  if (kept < 0 || kept >= total || (kept >= from && kept <= to)) return rows;
  return kept < from ? [kept, ...rows] : [...rows, kept];
}

/** How far the window has to have gone for the row to be seen, by the shortest way; undefined where it is seen. */
export function topToShow(index: number, { top, height }: Pane, row: number): number | undefined {
  const [start, end] = [index * row, (index + 1) * row];
  if (start < top) return start;
  return end > top + height ? end - height : undefined;
}
