/** Says what becomes of what is under way to who cannot see it: the quarters, and how it ended. */
import { useEffect, useRef } from 'react';
import { announce } from '@/shared/lib/announce';
import { useContentTexts } from '../texts/content-texts';
import type { ContentTexts } from '../texts/en';
import { isUnderWay, quarterReached } from './works';
import type { Work } from './works';

interface Heard {
  state: Work['state'];
  quarter: number;
}

function sentence(work: Work, before: Heard, quarter: number | undefined, t: ContentTexts): string | undefined {
  if (!isUnderWay(before)) return undefined;
  if (work.state === 'done') return t[`${work.kind}s`].done(work.title);
  if (work.state === 'failed') return t.failedSaid(work.title, work.why ?? '');
  return quarter === undefined ? undefined : t.reached(work.title, quarter);
}

export function useTold(works: readonly Work[]): void {
  const t = useContentTexts();
  const heard = useRef(new Map<string, Heard>());
  useEffect(() => {
    for (const work of works) {
      const before = heard.current.get(work.id);
      const quarter = quarterReached(before?.quarter ?? 0, work.progress);
      heard.current.set(work.id, { state: work.state, quarter: isUnderWay(work) ? (quarter ?? before?.quarter ?? 0) : 0 });
      const said = before && sentence(work, before, quarter, t);
      if (said) announce(said);
    }
  }, [works, t]);
}
