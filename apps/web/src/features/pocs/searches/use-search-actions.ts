/** What a person does with the searches that they keep, and what is said about it. */
import { useCallback } from 'react';
import type { SavedQuery, SavedSearch } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { ifMatch } from '@/shared/api/versions';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { useCreateSavedSearchMutation, useDeleteSavedSearchMutation, useReplaceSavedSearchMutation } from './endpoints';
import { useSearchesTexts } from './searches-texts';

export function useSearchActions() {
  const t = useSearchesTexts();
  const ui = useUiTexts();
  const [create] = useCreateSavedSearchMutation();
  const [replace] = useReplaceSavedSearchMutation();
  const [drop] = useDeleteSavedSearchMutation();

  const add = useCallback(
    async (name: string, query: SavedQuery, key: string): Promise<Failure | undefined> => {
      const answer = await create({ 'Idempotency-Key': key, savedSearchContent: { name, query } });
      return answer.error && asFailure(answer.error);
    },
    [create],
  );

  const change = useCallback(
    async (search: SavedSearch, what: { name?: string; query?: SavedQuery }): Promise<Failure | undefined> => {
      const savedSearchContent = { name: search.name, query: search.query, ...what };
      const answer = await replace({ savedSearchId: search.savedSearchId, 'If-Match': ifMatch(search), savedSearchContent });
      return answer.error && asFailure(answer.error);
    },
    [replace],
  );

  const refused = useCallback(
    (says: string, again: () => void) =>
      toast({ key: 'searches.refused', kind: 'failed', text: says, action: { name: ui.tryAgain, perform: again } }),
    [ui],
  );

  const bringBack = useCallback(
    async ({ name, query }: SavedSearch, key = crypto.randomUUID()): Promise<void> => {
      const failure = await add(name, query, key);
      if (failure) refused(t.notSaved(name, detailOf(failure, ui)), () => void bringBack({ name, query } as SavedSearch, key));
      else toast({ key: 'searches', kind: 'done', text: t.restored(name) });
    },
    [add, refused, t, ui],
  );

  const remove = useCallback(
    async (search: SavedSearch): Promise<void> => {
      const { savedSearchId, name } = search;
      const answer = await drop({ savedSearchId, 'If-Match': ifMatch(search) });
      const failure = answer.error && asFailure(answer.error);
      if (failure && failure.status !== 404) return refused(t.notDeleted(name, detailOf(failure, ui)), () => void remove(search));
      toast({ key: 'searches', kind: 'done', text: t.deleted(name), action: { name: t.undo, perform: () => void bringBack(search) } });
    },
    [drop, refused, bringBack, t, ui],
  );

  return { add, change, remove };
}
