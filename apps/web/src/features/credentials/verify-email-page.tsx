import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { useVerifyEmailMutation } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import { mailedToken } from '@/shared/lib/mailed-token';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { FrontPage } from '@/shared/ui/front-page';
import { useCredentialsTexts } from './texts/use-credentials-texts';

/** Opening the page changes nothing: programs that look through mails follow links. */
export function VerifyEmailPage() {
  const t = useCredentialsTexts();
  const [verify, { isLoading, isSuccess, error }] = useVerifyEmailMutation();
  const token = mailedToken();
  const signIn = (
    <Button component={Link} to="/sign-in" variant="contained" size="large">
      {t.signIn}
    </Button>
  );
  if (isSuccess)
    return (
      <FrontPage title={t.isVerified} intro={t.isVerifiedIntro}>
        {signIn}
      </FrontPage>
    );
  if (!token)
    return (
      <FrontPage title={t.noToken} intro={t.noTokenIntro}>
        {signIn}
      </FrontPage>
    );
  return (
    <FrontPage title={t.verify} intro={t.verifyIntro}>
      {error && <FailureNotice failure={asFailure(error)} />}
      <Button variant="contained" size="large" autoFocus loading={isLoading} onClick={() => void verify({ verifyEmailRequest: { token } })}>
        {t.confirm}
      </Button>
      {error && (
        <Button component={Link} to="/sign-in">
          {t.signIn}
        </Button>
      )}
    </FrontPage>
  );
}
