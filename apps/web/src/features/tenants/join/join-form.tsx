/** For who is not signed in: the password of their account, or a name and a password for a new one. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Membership } from '@/generated/auth';
import { isFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Field } from '@/shared/ui/field';
import { PasswordField } from '@/shared/ui/password-field';
import { useTenantsTexts } from '../texts/use-tenants-texts';
import { faultsOf, isSpent } from './faults-of';
import type { JoinFaults } from './faults-of';
import { useJoin } from './use-join';
import type { Invited } from './use-join';

interface Props {
  invited: Invited;
  isNew: boolean;
  onJoined: (membership: Membership) => void;
  onSpent: () => void;
}

function useForm({ invited, isNew, onJoined, onSpent }: Props) {
  const { byPassword } = useJoin(invited);
  const [faults, setFaults] = useState<JoinFaults>({});
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const asked = { password: String(typed.get('password')), ...(isNew ? { fullName: String(typed.get('fullName')).trim() } : {}) };
    const missing = faultsOf(asked);
    setFaults(missing);
    setFailure(undefined);
    if (Object.keys(missing).length > 0) return;
    setBusy(true);
    const answer = await byPassword(asked);
    setBusy(false);
    if (!isFailure(answer)) return onJoined(answer);
    const told = faultsOf(asked, answer.fields);
    setFaults(told);
    if (Object.keys(told).length === 0) setFailure(answer);
    if (isSpent(answer)) onSpent();
  };
  return { faults, failure, isBusy, submit };
}

export function JoinForm(props: Props) {
  const t = useTenantsTexts();
  const { isNew } = props;
  const { faults, failure, isBusy, submit } = useForm(props);
  return (
    <Box component="form" noValidate sx={{ display: 'grid', gap: 2.5 }} onSubmit={(event) => void submit(event)}>
      <Typography color="text.secondary">{isNew ? t.askedNew : t.askedPassword}</Typography>
      {failure && <FailureNotice failure={failure} />}
      {isNew && <Field name="fullName" says={t.fullName} autoComplete="name" autoFocus fault={faults.fullName} />}
      <PasswordField
        autoFocus={!isNew}
        name="password"
        says={isNew ? t.newPassword : t.password}
        hint={isNew ? t.newPasswordHint : undefined}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        fault={faults.password}
      />
      <Button type="submit" variant="contained" size="large" loading={isBusy}>
        {isNew ? t.createAndJoin : t.joinAction}
      </Button>
    </Box>
  );
}
