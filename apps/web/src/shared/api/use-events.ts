/** A stream of the person's events, heard while the page is seen, in whichever tab follows it. */
import { useEffect, useState } from 'react';
import { useStore } from 'react-redux';
import { browserSharing } from './browser-streams';
import type { ServerEvent } from './event-stream';
import { useOwner, useSession, useSessionState } from './session-context';
import { hearTogether } from './shared-events';
import type { ApiState, Dispatch } from './store';

/** What an event changes: what is known. */
export interface Known<State = ApiState> {
  getState(): State;
  dispatch: Dispatch;
}

/** Lays what was told into the one that it is of. False: it is not among these. */
export function isLaid<Item extends object>(items: Item[], isIt: (item: Item) => boolean, told: Partial<Item>): boolean {
  const item = items.find(isIt);
  if (item) Object.assign(item, told);
  return item !== undefined;
}

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
export function useEvents<State>(path: string, hear: (known: Known<State>, event: ServerEvent) => void): void {
  const session = useSession();
  const owner = useOwner();
  const { status } = useSessionState();
  const known = useStore() as Known<State>;
  const isOn = useIsSeen() && status === 'signed-in';
  useEffect(
    () => (isOn ? hearTogether(browserSharing(session), owner, path, (event) => hear(known, event)) : undefined),
    [isOn, session, owner, path, hear, known],
  );
}
