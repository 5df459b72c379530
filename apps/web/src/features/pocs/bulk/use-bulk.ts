/** A change of many, with what is said about it: how many, Undo where there is one, and each that was refused by its name. */
import { useMemo } from 'react';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { changeMany } from '../model/bulk';
import type { Changed, Deed } from '../model/bulk';
import { undoOf } from '../model/bulk-undo';
import type { Undoing } from '../model/bulk-undo';
import { refusals } from '../model/refusals';
import type { Picked } from '../model/selection';
import { usePocsDispatch } from '../model/store';
import { useBulkTexts } from './bulk-texts';

export type Change = (deed: Deed, pocs: readonly Picked[]) => Promise<void>;

export function useBulk(): Change {
  const t = useBulkTexts();
  const ui = useUiTexts();
  const dispatch = usePocsDispatch();
  return useMemo(() => {
    /** One after the other, and told as one. */
    const perform = async (steps: readonly Undoing[]): Promise<void> => {
      const outcomes = [];
      for (const { pocs, ...deed } of steps) outcomes.push({ deed, before: pocs, ...(await dispatch(changeMany(pocs, deed))) });
      const done = outcomes.flatMap((each) => each.done).length;
      const action = steps[0]?.action;
      if (!action) return;
      const back = outcomes.flatMap((each) => undoOf(each.deed, each.before, each.done));
      const undo = back.length > 0 ? { name: t.undo, perform: () => void perform(back) } : undefined;
      const text = t.done[action](done);
      if (done > 0) toast({ key: 'bulk', kind: 'done', text, action: undo });
      const refused = outcomes.flatMap((each) => each.refused.map(({ poc, code }) => ({ poc, why: whyOf(code, each.failure) })));
      if (refused.length === 0) return;
      const again = outcomes
        .filter(({ failure }) => failure)
        .map(({ deed, refused: left }) => ({ ...deed, pocs: left.map(({ poc }) => poc) }));
      refusals.tell({
        refused,
        done: done > 0 ? text : undefined,
        undo: done > 0 ? undo?.perform : undefined,
        again: again.length > 0 ? () => void perform(again) : undefined,
        requestId: outcomes.find(({ failure }) => failure && failure.status >= 500)?.failure?.requestId,
      });
    };
    const whyOf = (code: string | undefined, failure: Changed['failure']): string =>
      code === undefined ? (failure ? detailOf(failure, ui) : t.otherReason) : (t.reasons[code] ?? t.otherReason);
    return (deed, pocs) => perform([{ ...deed, pocs }]);
  }, [dispatch, t, ui]);
}
