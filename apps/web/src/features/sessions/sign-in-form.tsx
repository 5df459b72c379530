import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useForm } from 'react-hook-form';
import type { LogInRequest } from '@/generated/auth';
import { followRules } from '@/shared/lib/resolver';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Field } from '@/shared/ui/field';
import { Notice } from '@/shared/ui/notice';
import { PasswordField } from '@/shared/ui/password-field';
import { useSessionsTexts } from './texts/texts';
import type { SignIn } from './use-sign-in';

const RULES = followRules<LogInRequest>(async () => (await import('@/generated/rules')).logInRequestRules);

export function SignInForm({ state, action }: { state: SignIn; action: string }) {
  const t = useSessionsTexts();
  const { register, handleSubmit, formState } = useForm<LogInRequest>({
    resolver: RULES,
    defaultValues: { email: '', password: '' },
  });
  return (
    <Stack component="form" noValidate gap={2.5} onSubmit={(event) => void handleSubmit(state.signIn)(event)}>
      {state.failure && !state.unverified && <FailureNotice failure={state.failure} />}
      {state.unverified && <NotVerified state={state} />}
      <Field {...register('email')} says={t.email} type="email" autoComplete="username" autoFocus fault={formState.errors.email?.message} />
      <PasswordField
        {...register('password')}
        says={t.password}
        autoComplete="current-password"
        fault={formState.errors.password?.message}
      />
      <Button type="submit" variant="contained" size="large" loading={state.isBusy}>
        {action}
      </Button>
    </Stack>
  );
}

function NotVerified({ state }: { state: SignIn }) {
  const t = useSessionsTexts();
  return (
    <Notice kind="told">
      {state.isMailSent ? t.sentAgain : (state.failure?.detail ?? t.notVerified)}
      {!state.isMailSent && (
        <Button size="small" sx={{ display: 'block', mt: 1, px: 0 }} onClick={() => void state.sendMail()}>
          {t.sendAgain}
        </Button>
      )}
    </Notice>
  );
}
