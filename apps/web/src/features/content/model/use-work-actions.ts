/** What can be done with a film or a report. What was refused says so, with its name. */
import { useCallback } from 'react';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { useContentTexts } from '../texts/content-texts';
import {
  useCancelReportMutation,
  useCancelVideoMutation,
  useDeleteReportMutation,
  useDeleteVideoMutation,
  useRetryReportMutation,
  useRetryVideoMutation,
} from './endpoints';
import type { Work } from './works';

type Named = Pick<Work, 'kind' | 'id' | 'title'>;
interface Answer {
  error?: unknown;
}

/** A word with the request's id about what came to nothing. */
export function useRefused(): (key: string, text: (why: string) => string, failure: Failure) => void {
  const ui = useUiTexts();
  return useCallback(
    (key, text, failure) => toast({ key, kind: 'failed', text: text(detailOf(failure, ui)), requestId: failure.requestId }),
    [ui],
  );
}

export function useWorkActions() {
  const t = useContentTexts();
  const refused = useRefused();
  const [cancelVideo] = useCancelVideoMutation();
  const [cancelReport] = useCancelReportMutation();
  const [retryVideo] = useRetryVideoMutation();
  const [retryReport] = useRetryReportMutation();
  const [deleteVideo] = useDeleteVideoMutation();
  const [deleteReport] = useDeleteReportMutation();

  const told = useCallback(
    ({ id, title }: Named, { error }: Answer) => {
      if (error) refused(`work.${id}`, (why) => t.notDone(title, why), asFailure(error));
    },
    [refused, t],
  );
  const cancel = useCallback(
    async (work: Named) =>
      told(work, await (work.kind === 'video' ? cancelVideo({ requestId: work.id }) : cancelReport({ reportId: work.id }))),
    [told, cancelVideo, cancelReport],
  );
  const retry = useCallback(
    async (work: Named) =>
      told(work, await (work.kind === 'video' ? retryVideo({ requestId: work.id }) : retryReport({ reportId: work.id }))),
    [told, retryVideo, retryReport],
  );
  /** The dialog that asked shows why not. */
  const remove = useCallback(
    async (work: Named): Promise<Failure | undefined> => {
      const { error } = await (work.kind === 'video' ? deleteVideo({ requestId: work.id }) : deleteReport({ reportId: work.id }));
      return error && asFailure(error).status !== 404 ? asFailure(error) : undefined;
    },
    [deleteVideo, deleteReport],
  );
  return { cancel, retry, remove };
}
