/** Says what another tab did to the session of all, and that it has ended where this browser had one. */
import { useEffect, useRef } from 'react';
import { useSession } from '@/shared/api/session-context';
import { toast } from '@/shared/lib/toasts';
import { useAppTexts } from '../texts/app-texts';

export function useSessionWords(): void {
  const session = useSession();
  const t = useAppTexts();
  const before = useRef(session.state());
  useEffect(
    () =>
      session.changed((state) => {
        const { status, ticket } = before.current;
        before.current = state;
        if (state.hasEnded) toast({ key: 'session', text: t.sessionEnded });
        if (!state.fromElsewhere || status !== 'signed-in') return;
        if (state.status === 'anonymous') toast({ key: 'session', text: t.signedOutElsewhere });
        else if (state.ticket?.tenantId !== ticket?.tenantId) toast({ key: 'session', text: t.switchedElsewhere });
      }),
    [session, t],
  );
}
