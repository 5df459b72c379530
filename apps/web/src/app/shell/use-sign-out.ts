import { useCallback } from 'react';
import { useLogOutMutation } from '@/generated/auth';
import { useSession } from '@/shared/api/session-context';

/** Every tab forgets at once, also when nobody can be told that the session is over: then it ends by itself. */
export function useSignOut(): () => Promise<void> {
  const session = useSession();
  const [logOut] = useLogOutMutation();
  return useCallback(async () => {
    await logOut({ refreshRequest: {} });
    session.end();
  }, [logOut, session]);
}
