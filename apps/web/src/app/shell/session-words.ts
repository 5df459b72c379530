/** Says what another tab did to the session of all, and that it has ended where this browser had one. */
import { useEffect, useRef } from 'react';
import type { SessionState } from '@/shared/api/session';
import { useSession } from '@/shared/api/session-context';
import { toast } from '@/shared/lib/toasts';
import { useAppTexts } from '../texts/app-texts';

export function useSessionWords(): void {
  const session = useSession();
  const t = useAppTexts();
  const before = useRef<SessionState>(undefined);
  useEffect(() => {
    const hear = (state: SessionState) => {
      const was = before.current;
      if (state === was) return;
      before.current = state;
      if (state.hasEnded) toast({ key: 'session', text: t.sessionEnded });
      if (!state.fromElsewhere || was?.status !== 'signed-in') return;
      if (state.status === 'anonymous') toast({ key: 'session', text: t.signedOutElsewhere });
      else if (state.ticket?.tenantId !== was.ticket?.tenantId) toast({ key: 'session', text: t.switchedElsewhere });
    };
    hear(session.state()); // it may have become so before there was a page
    return session.changed(hear);
  }, [session, t]);
}
