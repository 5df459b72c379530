/** It goes for good, so it is asked. */
import { Suspense, lazy, useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useWorkActions } from '../model/use-work-actions';
import type { Work } from '../model/works';
import { useContentTexts } from '../texts/content-texts';

const ConfirmDialog = lazy(async () => ({ default: (await import('@/shared/ui/confirm-dialog')).ConfirmDialog }));

export function useDeletion(onGone: (work: Work) => void): { ask: (work: Work) => void; dialog: ReactNode } {
  const t = useContentTexts();
  const { remove } = useWorkActions();
  const [asked, setAsked] = useState<Work>();
  const ask = useCallback((work: Work) => setAsked(work), []);
  const confirm = async (work: Work) => {
    const failure = await remove(work);
    if (!failure) onGone(work);
    return failure;
  };
  const dialog = asked && (
    <Suspense>
      <ConfirmDialog
        title={t[`${asked.kind}s`].deleteTitle(asked.title)}
        action={t.actions.delete}
        onConfirm={() => confirm(asked)}
        onClose={() => setAsked(undefined)}
      >
        {t.deleteIntro}
      </ConfirmDialog>
    </Suspense>
  );
  return { ask, dialog };
}
