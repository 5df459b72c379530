/** The company: its name, its members, its invitations, and the way out. */
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { useCommands } from '@/shared/lib/commands';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Page, Section } from '@/shared/ui/page';
import { InvitationsSection } from '../invitations/invitations-section';
import { MembersSection } from '../members/members-section';
import { useLeave } from '../members/use-member-actions';
import { tenantsApi } from '../model/endpoints';
import { mayManage } from '../model/roles';
import { useActor } from '../model/use-actor';
import type { Actor } from '../model/use-actor';
import { useTenantsTexts } from '../texts/use-tenants-texts';
import { NameSection } from './name-section';

export function CompanyPage() {
  const t = useTenantsTexts();
  const actor = useActor();
  const { currentData: tenant } = tenantsApi.useGetTenantQuery({});
  const role = actor?.role ?? 'USER';
  return (
    <Page title={t.company} intro={t.companyIntro}>
      <NameSection role={role} />
      <MembersSection role={role} count={tenant?.memberCount} />
      {mayManage(role) && <InvitationsSection role={role} />}
      {actor && <Leaving actor={actor} />}
    </Page>
  );
}

function Leaving({ actor }: { actor: Actor }) {
  const t = useTenantsTexts();
  const leave = useLeave();
  const [isAsked, setAsked] = useState(false);
  useCommands(useMemo(() => [{ id: 'company.leave', name: t.leave, section: t.company, perform: () => setAsked(true) }], [t]));
  return (
    <Section title={t.leave} hint={t.leaveHint}>
      <Button variant="outlined" color="error" sx={{ justifySelf: 'start' }} onClick={() => setAsked(true)}>
        {t.leaveAction}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={t.leaveTitle(actor.companyName)}
          action={t.leaveAction}
          onConfirm={() => leave(actor)}
          onClose={() => setAsked(false)}
        >
          {t.leaveText}
        </ConfirmDialog>
      )}
    </Section>
  );
}
