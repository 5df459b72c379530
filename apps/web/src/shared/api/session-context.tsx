/** The session, handed to screens. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Session, SessionState } from './session';
import { ownerOf } from './ticket';

const SessionContext = createContext<Session | undefined>(undefined);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('there is no SessionProvider');
  return session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore((listener) => session.changed(listener), session.state);
}

/** The person in their company, as caches and drafts are keyed. */
export function useOwner(): string {
  const { ticket } = useSessionState();
  return ticket ? ownerOf(ticket) : 'nobody';
}
