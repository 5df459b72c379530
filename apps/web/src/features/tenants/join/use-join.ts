/** The ways into a company: as who is signed in, or with a password, which may be that of a new account. */
import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import type { AcceptInvitationRequest, Membership } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { useSession } from '@/shared/api/session-context';
import { useLanguage } from '@/shared/lib/texts';
import { tenantsApi } from '../model/endpoints';

export interface Invited {
  token: string;
  email: string;
}

export interface ByPassword {
  password: string;
  /** Of a new account. */
  fullName?: string;
}

export function useJoin({ token, email }: Invited) {
  const session = useSession();
  const language = useLanguage();
  const navigate = useNavigate();
  const [accept] = tenantsApi.useAcceptInvitationMutation();
  const [logIn] = tenantsApi.useLogInMutation();
  const [switchTenant] = tenantsApi.useSwitchTenantMutation();

  const ask = useCallback(
    async (acceptInvitationRequest: AcceptInvitationRequest): Promise<Membership | Failure> => {
      const answer = await accept({ acceptInvitationRequest });
      return answer.data ?? asFailure(answer.error);
    },
    [accept],
  );
  /** And to work there, in every tab. */
  const asMyself = useCallback(async (): Promise<Failure | undefined> => {
    const membership = await ask({ token });
    if ('kind' in membership) return membership;
    const answer = await switchTenant({ switchTenantRequest: { tenantId: membership.tenantId } });
    if (!answer.data) return asFailure(answer.error);
    navigate('/pocs', { replace: true });
    session.adopt(answer.data);
    return undefined;
  }, [ask, token, switchTenant, navigate, session]);
  /** And to sign in with it. Where that fails, one belongs to the company all the same. */
  const byPassword = useCallback(
    async ({ password, fullName }: ByPassword): Promise<Membership | Failure> => {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const membership = await ask({ token, password, ...(fullName === undefined ? {} : { fullName, locale: language, timeZone }) });
      if ('kind' in membership) return membership;
      const answer = await logIn({ logInRequest: { email, password, tenantId: membership.tenantId } });
      if (!answer.data) return membership;
      navigate('/pocs', { replace: true });
      session.adopt(answer.data);
      return membership;
    },
    [ask, token, language, logIn, email, navigate, session],
  );
  return { asMyself, byPassword };
}
