/** Who is signed in: the page counts their days, and speaks the language that they change to. */
import { useEffect, useRef, useState } from 'react';
import { authApi } from '@/generated/auth';
import type { Me } from '@/generated/auth';
import { useSessionState } from '@/shared/api/session-context';
import { languageOf } from '@/shared/lib/preferences';
import { useSpeaking } from '../spoken';

const { useGetMeQuery } = authApi.enhanceEndpoints({ endpoints: { getMe: { providesTags: ['Me'] } } });

/** A language that was there from the beginning changes nothing: this browser may have chosen another. */
function useTheirLanguage(locale: string | undefined): void {
  const { speak } = useSpeaking();
  const before = useRef(locale);
  useEffect(() => {
    if (before.current && locale && before.current !== locale) void speak(languageOf(locale));
    before.current = locale;
  }, [locale, speak]);
}

const AGAIN_MS = 5_000; // while nobody answers: the page goes on without a name meanwhile

export function useMe(): { me: Me | undefined; isWithoutCompany: boolean } {
  const { ticket } = useSessionState();
  const { liveIn } = useSpeaking();
  const [isFailing, setFailing] = useState(false);
  // They may have changed it on another device.
  const { currentData: me, isError } = useGetMeQuery({}, { refetchOnFocus: true, pollingInterval: isFailing ? AGAIN_MS : 0 });
  useEffect(() => setFailing(isError), [isError]);
  const zone = me?.timeZone;
  useEffect(() => {
    if (zone) liveIn(zone);
  }, [zone, liveIn]);
  useTheirLanguage(me?.locale);
  return { me, isWithoutCompany: ticket !== undefined && ticket.tenantId === null };
}
