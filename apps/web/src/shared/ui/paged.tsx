/** Pages of a list, each asked for by the cursor of the one before. Who asks for more is led to its first row. */
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import type { ComponentType } from 'react';
import { useUiTexts } from './texts';

export interface PageProps {
  cursor: string | undefined;
  /** Shows what leads to the next page; nothing where there is none, or where it is shown already. */
  more: (next: string | null) => React.ReactNode;
  /** For the first row. */
  ref: (row: HTMLElement | null) => void;
}

export function Paged({ page: Page }: { page: ComponentType<{ paging: PageProps }> }) {
  const t = useUiTexts();
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  const wanted = useRef<string>(undefined);
  useEffect(() => () => void (wanted.current = undefined), []);
  const show = (next: string) => {
    wanted.current = next;
    setCursors((before) => [...before, next]);
  };
  const focusFirst = (cursor: string | undefined) => (row: HTMLElement | null) => {
    if (!row || cursor === undefined || wanted.current !== cursor) return;
    wanted.current = undefined;
    row.focus();
  };
  return cursors.map((cursor, at) => {
    const isLast = at === cursors.length - 1;
    const more = (next: string | null) =>
      isLast && next ? (
        <Button color="inherit" sx={{ justifySelf: 'start', color: 'text.secondary' }} onClick={() => show(next)}>
          {t.showMore}
        </Button>
      ) : null;
    return <Page key={cursor ?? ''} paging={{ cursor, more, ref: focusFirst(cursor) }} />;
  });
}
