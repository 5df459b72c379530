/** Who may see what: pages for who is signed in, and pages for who is not. While nobody knows yet, neither is shown. */
import { Suspense, lazy, useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { offline } from '@/shared/api/failure';
import { useOwner, useSession, useSessionState } from '@/shared/api/session-context';
import { Waiting } from './waiting';

const SignInAgain = lazy(async () => ({ default: (await import('@/features/sessions/sign-in-again')).SignInAgain }));

/** True when nobody could be asked. */
function useBeginning(): { isUnanswered: boolean; again: () => void } {
  const session = useSession();
  const [isUnanswered, setUnanswered] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setUnanswered(false);
    session.begin().catch(() => setUnanswered(true));
  }, [session, attempt]);
  return { isUnanswered, again: () => setAttempt((before) => before + 1) };
}

export function SignedIn() {
  const { status, ticket } = useSessionState();
  const { isUnanswered, again } = useBeginning();
  const { pathname, search } = useLocation();
  const owner = useOwner();
  if (status === 'unknown') return <Waiting failure={isUnanswered ? offline() : undefined} onAgain={again} />;
  if (status === 'anonymous') return <Navigate to="/sign-in" replace state={{ from: pathname + search }} />;
  return (
    <>
      <Outlet key={owner} />
      <Suspense>{status === 'expired' && <SignInAgain tenantId={ticket?.tenantId} />}</Suspense>
    </>
  );
}

/** A page for either, once it is known who is here. */
export function Anybody() {
  const { status } = useSessionState();
  const { isUnanswered, again } = useBeginning();
  if (status === 'unknown') return <Waiting failure={isUnanswered ? offline() : undefined} onAgain={again} />;
  return <Outlet />;
}

export function SignedOut() {
  const { status } = useSessionState();
  const { isUnanswered, again } = useBeginning();
  const { from } = (useLocation().state ?? {}) as { from?: string };
  if (status === 'unknown') return <Waiting failure={isUnanswered ? offline() : undefined} onAgain={again} />;
  return status === 'signed-in' ? <Navigate to={from ?? '/pocs'} replace /> : <Outlet />;
}
