/** The one way to show a film to others: a link, made, read again, and ended. */
import { useCallback, useState } from 'react';
import type { Video } from '@/generated/content';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { toast } from '@/shared/lib/toasts';
import { useGetShareQuery, useShareVideoMutation, useUnshareVideoMutation } from '../model/endpoints';
import { useContentTexts } from '../texts/content-texts';

export function useShare({ requestId, isShared, privatePocCount }: Pick<Video, 'requestId' | 'isShared' | 'privatePocCount'>) {
  const t = useContentTexts();
  const { currentData, error } = useGetShareQuery({ requestId }, { skip: !isShared });
  const [share, { isLoading: isMaking }] = useShareVideoMutation();
  const [unshare] = useUnshareVideoMutation();
  const [failure, setFailure] = useState<Failure>();
  /** How many private POCs are to be confirmed. */
  const [named, setNamed] = useState<number>();

  const make = useCallback(
    async (confirmed?: number): Promise<void> => {
      setFailure(undefined);
      const answer = await share({ requestId, confirmPrivate: confirmed });
      if (answer.data) {
        setNamed(undefined);
        return toast({ key: 'share', kind: 'done', text: t.film.linkMade });
      }
      const refused = asFailure(answer.error);
      const count = refused.more.privatePocs;
      if (refused.code === 'private_pocs_named' && typeof count === 'number') return setNamed(count);
      setFailure(refused);
    },
    [share, requestId, t],
  );
  const begin = useCallback(() => {
    if (privatePocCount) setNamed(privatePocCount);
    else void make();
  }, [privatePocCount, make]);
  const end = useCallback(async (): Promise<Failure | undefined> => {
    const answer = await unshare({ requestId });
    if (answer.error) return asFailure(answer.error);
    toast({ key: 'share', kind: 'done', text: t.film.linkEnded });
    return undefined;
  }, [unshare, requestId, t]);
  const decline = useCallback(() => setNamed(undefined), []);
  return {
    link: isShared ? currentData : undefined,
    failure: failure ?? (isShared && error ? asFailure(error) : undefined),
    named,
    isMaking,
    begin,
    make,
    end,
    decline,
  };
}
