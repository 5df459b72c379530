import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useRequestVerificationMailMutation } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { toast } from '@/shared/lib/toasts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { FrontPage } from '@/shared/ui/front-page';
import { useUsersTexts } from './texts/use-users-texts';

/** The account is there; the address has to be proved. */
export function CheckMail({ email }: { email: string }) {
  const t = useUsersTexts();
  const [requestMail, { isLoading }] = useRequestVerificationMailMutation();
  const [failure, setFailure] = useState<Failure>();
  const sendAgain = async () => {
    const answer = await requestMail({ addressRequest: { email } });
    setFailure(answer.error && asFailure(answer.error));
    if (!answer.error) toast({ key: 'verification-mail', text: t.sentAgain, kind: 'done' });
  };
  return (
    <FrontPage title={t.checkMail} intro={t.checkMailIntro(email)}>
      {failure && <FailureNotice failure={failure} />}
      <Button component={Link} to="/sign-in" variant="contained" size="large">
        {t.toSignIn}
      </Button>
      <Button loading={isLoading} onClick={() => void sendAgain()}>
        {t.sendAgain}
      </Button>
    </FrontPage>
  );
}
