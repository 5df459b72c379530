/** What can be done with what is picked. It stays in sight while one scrolls, and what is said about it stands above it. */
import Button from '@mui/material/Button';
import { Suspense, lazy, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BulkAction } from '@/generated/catalog';
import { announce } from '@/shared/lib/announce';
import { useCommands } from '@/shared/lib/commands';
import { MOST } from '../model/selection';
import type { Selecting } from '../list/use-selection';
import { Bar } from './bar';
import { useBulkTexts } from './bulk-texts';
import { useBulk } from './use-bulk';

const TagsDialog = lazy(async () => ({ default: (await import('./tags-dialog')).TagsDialog }));

type OfTags = 'addTags' | 'removeTags';
const ACTIONS = ['addTags', 'removeTags', 'publish', 'unpublish', 'delete'] as const satisfies readonly BulkAction[];
export type BarAction = (typeof ACTIONS)[number];
const KEYS: Partial<Record<BulkAction, string>> = { addTags: '#', delete: 'Delete' };
const isOfTags = (action: BulkAction): action is OfTags => action === 'addTags' || action === 'removeTags';

/** The focus was in what is gone now: it goes back to the list. */
function useFocusBack(isPicking: boolean): void {
  const was = useRef(isPicking);
  useEffect(() => {
    const isOver = was.current && !isPicking;
    was.current = isPicking;
    if (isOver && document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-index][tabindex="0"]')?.focus({ preventScroll: true });
  }, [isPicking]);
}

function useBarCommands({ selection, isPicking, clear }: Selecting, perform: (action: BarAction) => void): void {
  const t = useBulkTexts();
  const isEmpty = selection.size === 0;
  useCommands(
    useMemo(() => {
      if (!isPicking) return [];
      const { section } = t;
      const ofAll = ACTIONS.map((action) => ({
        id: `bulk.${action}`,
        name: t.actions[action],
        section,
        keys: KEYS[action],
        perform: () => perform(action),
      }));
      return [...(isEmpty ? [] : ofAll), { id: 'bulk.clear', name: t.clear, section, keys: 'Escape', perform: clear }];
    }, [t, isEmpty, isPicking, perform, clear]),
  );
}

export function SelectionBar({ selecting }: { selecting: Selecting }) {
  const t = useBulkTexts();
  const change = useBulk();
  const [tagging, setTagging] = useState<OfTags>();
  const { selection, isPicking, clear, all, total } = selecting;
  const count = selection.size;
  useEffect(() => {
    if (isPicking) announce(t.selected(count));
  }, [t, count, isPicking]);
  const perform = useCallback(
    (action: BarAction, tags?: readonly string[]) => {
      if (isOfTags(action) && !tags) return setTagging(action);
      setTagging(undefined);
      void change({ action, tags: tags ?? [] }, [...selection.values()]);
      clear();
    },
    [change, selection, clear],
  );
  useBarCommands(selecting, perform);
  useFocusBack(isPicking);
  const most = Math.min(MOST, total);
  return (
    <>
      {isPicking && (
        <Bar
          said={t.selected(count)}
          hint={count >= MOST ? t.most : undefined}
          actions={ACTIONS}
          isEmpty={count === 0}
          onAction={perform}
          onClear={clear}
        >
          {count < most && (
            <Button size="small" onClick={all} sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
              {t.all(most, most === total)}
            </Button>
          )}
        </Bar>
      )}
      <Suspense>
        {tagging && (
          <TagsDialog
            action={tagging}
            selection={selection}
            onClose={() => setTagging(undefined)}
            onApply={(tags) => perform(tagging, tags)}
          />
        )}
      </Suspense>
    </>
  );
}
