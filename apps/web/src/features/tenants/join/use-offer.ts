/** What an invitation says. Asking changes nothing; the token goes in the body. */
import { useCallback, useEffect } from 'react';
import type { InvitationOffer } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { tenantsApi } from '../model/endpoints';

export function useOffer(token: string): { offer: InvitationOffer | undefined; failure: Failure | undefined; again: () => void } {
  const [read, { data, error, isUninitialized }] = tenantsApi.useReadInvitationMutation();
  const again = useCallback(() => void read({ readInvitationRequest: { token } }), [read, token]);
  // Also once more after somebody signed out here: with them all that was known has gone.
  useEffect(() => {
    if (isUninitialized) again();
  }, [again, isUninitialized]);
  return { offer: data, failure: error && asFailure(error), again };
}
