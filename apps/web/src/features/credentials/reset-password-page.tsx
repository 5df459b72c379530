import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { useResetPasswordMutation } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { mailedToken } from '@/shared/lib/mailed-token';
import { followRules } from '@/shared/lib/resolver';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { showFaults } from '@/shared/ui/form-faults';
import { FrontPage } from '@/shared/ui/front-page';
import { PasswordField } from '@/shared/ui/password-field';
import { useCredentialsTexts } from './texts/use-credentials-texts';

const RULES = followRules<{ token: string; password: string }>(async () => (await import('@/generated/rules')).resetPasswordRequestRules);

export function ResetPasswordPage() {
  const t = useCredentialsTexts();
  const [isDone, setDone] = useState(false);
  const token = mailedToken();
  const signIn = (
    <Button component={Link} to="/sign-in" variant="contained" size="large">
      {t.signIn}
    </Button>
  );
  const another = (
    <Button component={Link} to="/forgot-password" variant="contained" size="large">
      {t.anotherLink}
    </Button>
  );
  if (isDone)
    return (
      <FrontPage title={t.isReset} intro={t.isResetIntro}>
        {signIn}
      </FrontPage>
    );
  if (!token)
    return (
      <FrontPage title={t.noToken} intro={t.noTokenIntro}>
        {another}
      </FrontPage>
    );
  return (
    <FrontPage title={t.reset} intro={t.resetIntro}>
      <PasswordForm token={token} onDone={() => setDone(true)} />
    </FrontPage>
  );
}

function PasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useCredentialsTexts();
  const [reset] = useResetPasswordMutation();
  const [failure, setFailure] = useState<Failure>();
  const {
    register,
    handleSubmit,
    setError,
    formState: { errors, isSubmitting },
  } = useForm<{ token: string; password: string }>({
    resolver: RULES,
    defaultValues: { token, password: '' },
  });
  const submit = handleSubmit(async (values) => {
    const answer = await reset({ resetPasswordRequest: values });
    if (!answer.error) return onDone();
    const failed = asFailure(answer.error);
    setFailure(showFaults(failed, ['password'], setError) ? undefined : failed);
  });
  return (
    <Stack component="form" noValidate gap={2.5} onSubmit={(event) => void submit(event)}>
      {(failure ?? errors.token) && <FailureNotice failure={failure ?? asFailure(undefined)} />}
      {failure?.code === 'invalid_token' && (
        <Button component={Link} to="/forgot-password">
          {t.anotherLink}
        </Button>
      )}
      <PasswordField
        {...register('password')}
        says={t.password}
        hint={t.passwordHint}
        autoComplete="new-password"
        autoFocus
        fault={errors.password?.message}
      />
      <Button type="submit" variant="contained" size="large" loading={isSubmitting}>
        {t.save}
      </Button>
    </Stack>
  );
}
