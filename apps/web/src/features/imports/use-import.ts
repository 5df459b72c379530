/** One import, watched until it has come to its end; then the lists are asked again, once. */
import { useEffect, useRef, useState } from 'react';
import type { ImportDetail } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import { useAppDispatch } from '@/shared/api/store';
import { announce } from '@/shared/lib/announce';
import { importsApi } from './endpoints';
import { useImportsTexts } from './imports-texts';

const LOOK_MS = 700;
export const ERRORS_AT_ONCE = 100;
/** Called the same in every language. */
export const FORMATS = { csv: 'CSV', jsonl: 'JSON Lines' } as const;

export const isOpen = ({ status }: Pick<ImportDetail, 'status'>): boolean => status === 'PENDING' || status === 'PROCESSING';

export function useImport(importId: string) {
  const t = useImportsTexts();
  const dispatch = useAppDispatch();
  const [every, setEvery] = useState(LOOK_MS);
  const argument = { importId, page: 1, pageSize: ERRORS_AT_ONCE };
  const { currentData: job, error, refetch } = importsApi.useGetImportQuery(argument, { pollingInterval: every });
  useEffect(() => setEvery(job === undefined || isOpen(job) ? LOOK_MS : 0), [job]);
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
