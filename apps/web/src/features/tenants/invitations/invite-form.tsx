import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Role } from '@/generated/auth';
import type { Failure } from '@/shared/api/failure';
import { focusOn, useCommands } from '@/shared/lib/commands';
import { faultsIn } from '@/shared/lib/faults';
import { useKeptText } from '@/shared/lib/use-kept-text';
import { ChoiceField } from '@/shared/ui/choice-field';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Field } from '@/shared/ui/field';
import { useUiTexts } from '@/shared/ui/texts';
import { atMost } from '../model/roles';
import { useTenantsTexts } from '../texts/use-tenants-texts';
import { useInvitationActions } from './use-invitation-actions';

const FIELD = 'invitation-email';
const rules = async () => (await import('@/generated/rules')).createInvitationRequestRules;

/** One key as long as the same is asked for. */
function useKeys(): (asked: string) => string {
  const last = useRef({ asked: '', key: '' });
  return (asked) => {
    if (last.current.asked !== asked) last.current = { asked, key: crypto.randomUUID() };
    return last.current.key;
  };
}

function useInvite() {
  const { invite } = useInvitationActions();
  const [email = '', write] = useKeptText('invitation');
  const [role, setRole] = useState<Role>('USER');
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const keyOf = useKeys();
  const submit = async () => {
    setFailure(undefined);
    const asked = { email: email.trim(), role };
    const found = (await faultsIn(rules, asked)).email;
    setFault(found);
    if (found) return focusOn(FIELD);
    setBusy(true);
    const failed = await invite(asked, keyOf(JSON.stringify(asked)));
    setBusy(false);
    const ofField = failed?.fields.find(({ pointer }) => pointer === '/email')?.detail;
    setFault(ofField);
    if (failed && !ofField) setFailure(failed);
    if (!failed) {
      write(undefined);
      keyOf('');
    }
    focusOn(FIELD);
  };
  const type = (text: string) => {
    setFault(undefined);
    setFailure(undefined);
    write(text);
  };
  return { email, role, setRole, fault, failure, isBusy, submit, type };
}

export function InviteForm({ role: own }: { role: Role }) {
  const t = useTenantsTexts();
  const ui = useUiTexts();
  const { email, role, setRole, fault, failure, isBusy, submit, type } = useInvite();
  useCommands(
    useMemo(() => [{ id: 'company.invite', name: t.inviteSomebody, section: t.company, keys: 'w', perform: () => focusOn(FIELD) }], [t]),
  );
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
      sx={{ display: 'grid', gap: 1.5 }}
    >
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { sm: 'minmax(0, 1fr) 160px auto' }, alignItems: 'start' }}>
        <Field
          name="email"
          says={t.email}
          type="email"
          value={email}
          fault={fault}
          autoComplete="off"
          inputProps={{ 'data-field': FIELD }}
          onChange={(event) => type(event.target.value)}
        />
        <ChoiceField
          name="role"
          says={t.role}
          value={role}
          options={atMost(own).map((value) => ({ value, name: ui.roles[value] }))}
          onChange={setRole}
        />
        <Button type="submit" variant="contained" loading={isBusy} sx={{ mt: { sm: '25px' }, minHeight: 40, justifySelf: 'start' }}>
          {t.invite}
        </Button>
      </Box>
      {failure && <FailureNotice failure={failure} onAgain={() => void submit()} />}
    </Box>
  );
}
