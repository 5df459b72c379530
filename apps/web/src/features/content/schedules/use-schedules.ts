/** What is made regularly. A change is seen at once; where it was refused, it is as before. */
import { useCallback, useState } from 'react';
import type { ScheduleSpec, Schedules } from '@/generated/content';
import { asFailure } from '@/shared/api/failure';
import { ifMatch } from '@/shared/api/versions';
import { toast } from '@/shared/lib/toasts';
import { useGetSchedulesQuery, useReplaceSchedulesMutation } from '../model/endpoints';
import { useRefused } from '../model/use-work-actions';
import { useContentTexts } from '../texts/content-texts';

const specOf = ({ monthlyReport, reportFormat, reportGroupBy, yearVideo, videoStyle, videoShape }: Schedules): ScheduleSpec => ({
  monthlyReport,
  reportFormat,
  reportGroupBy,
  yearVideo,
  videoStyle,
  videoShape,
});

export function useSchedules() {
  const t = useContentTexts();
  const refused = useRefused();
  const { currentData: known, error, refetch } = useGetSchedulesQuery({});
  const [replace] = useReplaceSchedulesMutation();
  const [wanted, setWanted] = useState<Partial<ScheduleSpec>>();
  const shown = known && { ...known, ...wanted };

  const change = useCallback(
    async (what: Partial<ScheduleSpec>): Promise<void> => {
      if (!known || wanted) return; // one after the other: each is based on a version
      setWanted(what);
      const answer = await replace({ 'If-Match': ifMatch(known), scheduleSpec: { ...specOf(known), ...what } });
      if (answer.error) {
        refused('schedules', t.schedules.notSaved, asFailure(answer.error));
        if (asFailure(answer.error).status === 412) await refetch();
      } else {
        await refetch();
        toast({ key: 'schedules', kind: 'done', text: t.schedules.saved });
      }
      setWanted(undefined);
    },
    [known, wanted, replace, refused, refetch, t],
  );
  return { shown, change, isBusy: wanted !== undefined, failure: error && asFailure(error), again: () => void refetch() };
}
