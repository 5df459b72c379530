/** One import, watched until it has come to its end; then the lists are asked again, once. */
import { useEffect, useRef } from 'react';
import { asFailure } from '@/shared/api/failure';
import { useAppDispatch } from '@/shared/api/store';
import { useOpenPolling } from '@/shared/api/use-open-polling';
import { announce } from '@/shared/lib/announce';
import { importsApi } from './endpoints';
import { useImportsTexts } from './imports-texts';
import { isOpen } from './jobs';
import { useLiveImports } from './use-live-imports';

export const ERRORS_AT_ONCE = 100;
export function useImport(importId: string) {
  const t = useImportsTexts();
  const dispatch = useAppDispatch();
  const { polling, poll } = useOpenPolling();
  const argument = { importId, page: 1, pageSize: ERRORS_AT_ONCE };
  const { currentData: job, error, refetch } = importsApi.useGetImportQuery(argument, polling);
  poll(job !== undefined && isOpen(job));
  useLiveImports();
  const wasOpen = useRef(false);
  const ended = useRef('');
  useEffect(() => {
    if (!job) return;
    if (isOpen(job)) {
      wasOpen.current = true;
      return;
    }
    // A short one has ended before it is looked at for the first time.
    if (ended.current !== importId) dispatch(importsApi.util.invalidateTags(['Pocs', 'Poc', 'Imports']));
    if (wasOpen.current) announce(t.done(job.createdRows, job.failedRows));
    ended.current = importId;
    wasOpen.current = false;
  }, [dispatch, importId, job, t]);
  const failure = error && asFailure(error);
  const isMissing = failure?.status === 404 || failure?.status === 400;
  return { job, isMissing, failure: isMissing ? undefined : failure, again: () => void refetch() };
}
