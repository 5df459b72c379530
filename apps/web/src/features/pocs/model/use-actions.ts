/** What a person does with a POC, with what is said about it: done with Undo, or refused with why and what next. */
import { useCallback } from 'react';
import type { Poc, PocPatch } from '@/generated/catalog';
import type { Failure } from '@/shared/api/failure';
import { announce } from '@/shared/lib/announce';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { conflicts } from './conflicts';
import { usePocsDispatch } from './store';
import { deletePoc, editPoc, markPoc, restorePoc } from './writes';

export type Target = Pick<Poc, 'pocId' | 'version' | 'name'>;

const typedIn = (patch: PocPatch): string | undefined =>
  Object.values(patch)
    .flat()
    .filter((value) => typeof value === 'string')
    .join('\n') || undefined;

export function useActions() {
  const t = usePocsTexts();
  const ui = useUiTexts();
  const dispatch = usePocsDispatch();

  const refused = useCallback(
    (poc: Target, failure: Failure, says: (name: string, why: string) => string, again: () => void, patch?: PocPatch) =>
      toast({
        key: `${poc.pocId}.refused`,
        kind: 'failed',
        text: says(poc.name, detailOf(failure, ui)),
        action: { name: t.again, perform: again },
        requestId: failure.status >= 500 ? failure.requestId : undefined,
        typed: patch && typedIn(patch),
      }),
    [t, ui],
  );

  const edit = useCallback(
    async (poc: Target, patch: PocPatch): Promise<boolean> => {
      const failure = await dispatch(editPoc(poc, patch));
      if (!failure) return true;
      if (failure.code === 'stale') conflicts.tell({ poc, patch });
      else refused(poc, failure, t.notChanged, () => void edit(poc, patch), patch);
      return false;
    },
    [dispatch, refused, t],
  );

  const mark = useCallback(
    async (poc: Target, isFavorite: boolean): Promise<void> => {
      const failure = await dispatch(markPoc(poc.pocId, isFavorite));
      if (failure) refused(poc, failure, t.notChanged, () => void mark(poc, isFavorite));
    },
    [dispatch, refused, t],
  );

  const restore = useCallback(
    async (poc: Target): Promise<void> => {
      const failure = await dispatch(restorePoc(poc.pocId));
      if (failure) return refused(poc, failure, t.notChanged, () => void restore(poc));
      announce(t.restored(poc.name));
    },
    [dispatch, refused, t],
  );

  const remove = useCallback(
    async (poc: Target): Promise<boolean> => {
      toast({
        key: `${poc.pocId}.deleted`,
        text: t.deleted(poc.name),
        kind: 'done',
        action: { name: t.undo, perform: () => void restore(poc) },
      });
      const failure = await dispatch(deletePoc(poc));
      if (failure) refused({ ...poc }, failure, t.notDeleted, () => void remove(poc));
      return !failure;
    },
    [dispatch, refused, restore, t],
  );

  return { edit, mark, remove, restore };
}
