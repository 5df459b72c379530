/** For who is not signed in: the password of their account, or a name and a password for a new one. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Membership } from '@/generated/auth';
import { isFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Field } from '@/shared/ui/field';
import { PasswordField } from '@/shared/ui/password-field';
import { Segments } from '@/shared/ui/segments';
import { useTenantsTexts } from '../texts/use-tenants-texts';
import { faultsOf } from './faults-of';
import type { JoinFaults } from './faults-of';
import { useJoin } from './use-join';

interface Props {
  token: string;
  onJoined: (membership: Membership) => void;
  onFailure: (failure: Failure) => void;
}

function useForm({ token, onJoined, onFailure }: Props, isNew: boolean) {
  const { byPassword } = useJoin(token);
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
    onFailure(answer);
  };
  return { faults, failure, isBusy, submit };
}

export function JoinForm(props: Props) {
  const t = useTenantsTexts();
  const [who, setWho] = useState<'known' | 'new'>('known');
  const isNew = who === 'new';
  const { faults, failure, isBusy, submit } = useForm(props, isNew);
  return (
    <Box component="form" noValidate sx={{ display: 'grid', gap: 2.5 }} onSubmit={(event) => void submit(event)}>
      <Segments
        says={t.yourAccount}
        value={who}
        options={[
          { value: 'known', name: t.haveAccount },
          { value: 'new', name: t.amNew },
        ]}
        onChange={setWho}
      />
      {failure && <FailureNotice failure={failure} />}
      {isNew && <Field name="fullName" says={t.fullName} autoComplete="name" fault={faults.fullName} />}
      <PasswordField
        key={who}
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
