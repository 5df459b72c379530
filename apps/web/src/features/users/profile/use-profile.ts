import { useCallback } from 'react';
import type { Me, MePatch } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { ifMatch } from '@/shared/api/versions';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { useUsersTexts } from '../texts/use-users-texts';
import { usersApi } from './endpoints';

export function useProfile() {
  const { currentData: me, error, refetch } = usersApi.useGetMeQuery({});
  const [update] = usersApi.useUpdateMeMutation();
  const change = useCallback(
    async (mePatch: MePatch, version: number): Promise<Me | Failure> => {
      const answer = await update({ 'If-Match': ifMatch({ version }), mePatch });
      return answer.data ?? asFailure(answer.error);
    },
    [update],
  );
  return { me, failure: error && asFailure(error), again: () => void refetch(), change };
}

/** A choice holds when it is made; the word about it takes it back. */
export function useChoice(change: ReturnType<typeof useProfile>['change']) {
  const t = useUsersTexts();
  const ui = useUiTexts();
  return async (me: Me, field: 'locale' | 'timeZone', value: string, told: string) => {
    const key = `profile.${field}`;
    const choose = async (wanted: string, version: number, isBack: boolean) => {
      const answer = await change({ [field]: wanted }, version);
      if ('kind' in answer) {
        const { requestId } = answer;
        return toast({ key, kind: 'failed', text: t.notChanged(detailOf(answer, ui)), requestId });
      }
      const undo = { name: ui.undo, perform: () => void choose(me[field], answer.version, true) };
      toast({ key, kind: 'done', text: isBack ? t.asBefore : told, action: isBack ? undefined : undo });
    };
    await choose(value, me.version, false);
  };
}
