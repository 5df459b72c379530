/** Who was invited, and the form that invites. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import type { Invitation, Role } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import { useCommands } from '@/shared/lib/commands';
import { useFormats } from '@/shared/lib/texts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Section } from '@/shared/ui/page';
import { Paged } from '@/shared/ui/paged';
import type { PageProps } from '@/shared/ui/paged';
import { useUiTexts } from '@/shared/ui/texts';
import { tenantsApi } from '../model/endpoints';
import { mayWithdraw } from '../model/roles';
import { useActor } from '../model/use-actor';
import { useTenantsTexts } from '../texts/use-tenants-texts';
import { InviteForm } from './invite-form';
import { useInvitationActions } from './use-invitation-actions';

const PAGE_SIZE = 20;

export function InvitationsSection({ role }: { role: Role }) {
  const t = useTenantsTexts();
  return (
    <Section title={t.invitations} hint={t.invitationsHint}>
      <InviteForm role={role} />
      <Paged page={InvitationsPage} />
    </Section>
  );
}

function InvitationsPage({ paging: { cursor, more, ref } }: { paging: PageProps }) {
  const t = useTenantsTexts();
  const role = useActor()?.role ?? 'USER';
  const { data, error, refetch } = tenantsApi.useListInvitationsQuery({ pageSize: PAGE_SIZE, cursor });
  if (error && !data) return <FailureNotice failure={asFailure(error)} onAgain={() => void refetch()} />;
  if (!data)
    return (
      <Box aria-hidden>
        <Skeleton width="70%" height={40} />
        <Skeleton width="60%" height={40} />
      </Box>
    );
  if (data.items.length === 0) return cursor === undefined ? <Typography color="text.secondary">{t.noInvitations}</Typography> : null;
  return (
    <>
      <Box component="ul" aria-label={t.invitations} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.items.map((invitation, at) => (
          <Row
            key={invitation.invitationId}
            invitation={invitation}
            isOpen={invitation.status === 'PENDING' && mayWithdraw(role, invitation.role)}
            rowRef={at === 0 ? ref : undefined}
          />
        ))}
      </Box>
      {more(data.pagination.nextCursor)}
    </>
  );
}

const ROW = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1.5,
  rowGap: 0.5,
  minHeight: 56,
  py: 1,
  outline: 'none',
  '& + &': { borderTop: 1, borderColor: 'divider' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
} as const;

interface RowProps {
  invitation: Invitation;
  /** It can be withdrawn by who looks at it. */
  isOpen: boolean;
  rowRef?: (row: HTMLElement | null) => void;
}

function Row({ invitation, isOpen, rowRef }: RowProps) {
  const t = useTenantsTexts();
  const ui = useUiTexts();
  const formats = useFormats();
  const { withdraw } = useInvitationActions();
  const { invitationId, email, role, status, createdAt, expiresAt } = invitation;
  useCommands(
    useMemo(
      () =>
        isOpen
          ? [
              {
                id: `invitation.withdraw.${invitationId}`,
                name: t.withdraw(email),
                section: t.invitations,
                perform: () => void withdraw(invitation),
              },
            ]
          : [],
      [t, isOpen, invitationId, email, invitation, withdraw],
    ),
  );
  const isWaiting = status === 'PENDING';
  return (
    <Box component="li" ref={rowRef} tabIndex={rowRef ? -1 : undefined} sx={ROW}>
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Box sx={{ fontWeight: isWaiting ? 600 : 400, overflowWrap: 'anywhere' }}>{email}</Box>
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          {[ui.roles[role], isWaiting ? t.until(formats.day(expiresAt)) : t.sentOn(formats.day(createdAt))].join(' · ')}
        </Box>
      </Box>
      <Status status={status} />
      {isOpen && (
        <Button color="inherit" size="small" aria-label={t.withdraw(email)} onClick={() => void withdraw(invitation)}>
          {t.withdrawAction}
        </Button>
      )}
    </Box>
  );
}

const COLOURS = { PENDING: 'warning.main', ACCEPTED: 'success.main', EXPIRED: 'text.secondary', WITHDRAWN: 'text.secondary' } as const;

function Status({ status }: Pick<Invitation, 'status'>) {
  const t = useTenantsTexts();
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, fontSize: '0.8125rem', color: COLOURS[status] }}>
      <Box component="span" aria-hidden sx={{ width: 7, height: 7, borderRadius: 4, bgcolor: 'currentColor' }} />
      {t.statuses[status]}
    </Box>
  );
}
