/** A stream of the person's events, heard while the page is seen, in whichever tab follows it. */
import { useEffect, useState } from 'react';
import { browserSharing } from './browser-streams';
import type { ServerEvent } from './event-stream';
import { useOwner, useSession, useSessionState } from './session-context';
import { hearTogether } from './shared-events';

function useIsSeen(): boolean {
  const [isSeen, setSeen] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setSeen(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isSeen;
}

/** `hear` is to be the same from one rendering to the next. */
export function useEvents(path: string, hear: (event: ServerEvent) => void): void {
  const session = useSession();
  const owner = useOwner();
  const { status } = useSessionState();
  const isOn = useIsSeen() && status === 'signed-in';
  useEffect(() => (isOn ? hearTogether(browserSharing(session), owner, path, hear) : undefined), [isOn, session, owner, path, hear]);
}
