/** Who is signed in; the page speaks their language from then on, and counts their days. */
import { useEffect } from 'react';
import { useGetMeQuery } from '@/generated/auth';
import type { Me } from '@/generated/auth';
import { useSessionState } from '@/shared/api/session-context';
import { useSpeaking } from '../spoken';

export function useMe(): { me: Me | undefined; isWithoutCompany: boolean } {
  const { ticket } = useSessionState();
  const { liveIn } = useSpeaking();
  const { currentData: me } = useGetMeQuery({});
  const zone = me?.timeZone;
  useEffect(() => {
    if (zone) liveIn(zone);
  }, [zone, liveIn]);
  return { me, isWithoutCompany: ticket !== undefined && ticket.tenantId === null };
}
