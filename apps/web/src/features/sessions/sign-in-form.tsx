import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { faultsIn } from '@/shared/lib/faults';
import type { Faults } from '@/shared/lib/faults';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Field } from '@/shared/ui/field';
import { Notice } from '@/shared/ui/notice';
import { PasswordField } from '@/shared/ui/password-field';
import { useSessionsTexts } from './texts/use-sessions-texts';
import type { SignIn } from './use-sign-in';

const FIELDS = ['email', 'password'] as const;
type Name = (typeof FIELDS)[number];
const rules = async () => (await import('@/generated/rules')).logInRequestRules;

/** Two fields, on the page that everybody sees first: it brings no library for forms. */
function useCredentials({ signIn }: SignIn) {
  const [faults, setFaults] = useState<Faults<Name>>({});
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const inputs = event.currentTarget.elements as unknown as Record<Name, HTMLInputElement>;
    const values = { email: inputs.email.value, password: inputs.password.value };
    const found = await faultsIn(rules, values);
    setFaults(found);
    const wrong = FIELDS.find((name) => found[name]);
    if (wrong) inputs[wrong].focus();
    else await signIn(values);
  };
  const mend = (name: Name) => () => setFaults((before) => ({ ...before, [name]: undefined }));
  return { faults, submit, mend };
}

export function SignInForm({ state, action }: { state: SignIn; action: string }) {
  const t = useSessionsTexts();
  const { faults, submit, mend } = useCredentials(state);
  return (
    <Box component="form" noValidate sx={{ display: 'grid', gap: 2.5 }} onSubmit={(event) => void submit(event)}>
      {state.failure && !state.unverified && <FailureNotice failure={state.failure} />}
      {state.unverified && <NotVerified state={state} />}
      <Field name="email" says={t.email} type="email" autoComplete="username" autoFocus fault={faults.email} onChange={mend('email')} />
      <PasswordField
        name="password"
        says={t.password}
        autoComplete="current-password"
        fault={faults.password}
        onChange={mend('password')}
      />
      <Button type="submit" variant="contained" size="large" loading={state.isBusy}>
        {action}
      </Button>
    </Box>
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
