/** Signing in, with the choice of a company where there are several. */
import { useState } from 'react';
import { useLogInMutation, useRequestVerificationMailMutation } from '@/generated/auth';
import type { LogInRequest, LogInResponse, TenantChoice } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { useSession } from '@/shared/api/session-context';

export interface SignIn {
  isBusy: boolean;
  failure: Failure | undefined;
  /** To be chosen from. */
  companies: readonly TenantChoice[] | undefined;
  /** The address that has to be verified first. */
  unverified: string | undefined;
  isMailSent: boolean;
  signIn: (credentials: LogInRequest) => Promise<void>;
  choose: (tenantId: string) => Promise<void>;
  startOver: () => void;
  sendMail: () => Promise<void>;
}

function companiesIn(failure: Failure): readonly TenantChoice[] | undefined {
  const { tenants } = failure.more;
  return failure.code === 'tenant_required' && Array.isArray(tenants) ? (tenants as TenantChoice[]) : undefined;
}

export function useSignIn(onDone: (answer: LogInResponse) => void): SignIn {
  const session = useSession();
  const [logIn, { isLoading }] = useLogInMutation();
  const [requestMail] = useRequestVerificationMailMutation();
  const [failure, setFailure] = useState<Failure>();
  const [credentials, setCredentials] = useState<LogInRequest>();
  const [isMailSent, setMailSent] = useState(false);

  const attempt = async (asked: LogInRequest) => {
    setCredentials(asked);
    setFailure(undefined);
    setMailSent(false);
    try {
      const answer = await logIn({ logInRequest: { ...asked, email: asked.email.trim() } }).unwrap();
      session.adopt(answer);
      onDone(answer);
    } catch (error) {
      setFailure(asFailure(error));
    }
  };
  const companies = failure && companiesIn(failure);
  const unverified = failure?.code === 'verification_required' ? credentials?.email : undefined;
  return {
    isBusy: isLoading,
    failure: companies ? undefined : failure,
    companies,
    unverified,
    isMailSent,
    signIn: attempt,
    choose: async (tenantId) => credentials && attempt({ ...credentials, tenantId }),
    startOver: () => setFailure(undefined),
    sendMail: async () => {
      if (!unverified) return;
      const answer = await requestMail({ addressRequest: { email: unverified } });
      if (answer.error) setFailure(asFailure(answer.error));
      else setMailSent(true);
    },
  };
}
