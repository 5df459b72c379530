/** Says what becomes of an item to who cannot see it: the quarters, and how it ended. */
import { useEffect, useRef } from 'react';
import { announce } from '@/shared/lib/announce';
import { useContentTexts } from '../texts/content-texts';
import { isUnderWay, quarterReached } from './works';
import type { Work } from './works';

export function useTold(work: Work | undefined): void {
  const t = useContentTexts();
  const before = useRef<{ id: string; state: Work['state']; quarter: number }>(undefined);
  useEffect(() => {
    if (!work) return;
    const last = before.current?.id === work.id ? before.current : undefined;
    const quarter = quarterReached(last?.quarter ?? 0, work.progress);
    before.current = { id: work.id, state: work.state, quarter: isUnderWay(work) ? (quarter ?? last?.quarter ?? 0) : 0 };
    if (!last) return;
    if (isUnderWay(last) && work.state === 'done') announce(t[`${work.kind}s`].done(work.title));
    else if (isUnderWay(last) && work.state === 'failed') announce(t.failedSaid(work.title, work.why ?? ''));
    else if (isUnderWay(work) && quarter !== undefined) announce(t.reached(work.title, quarter));
  }, [work, t]);
}
