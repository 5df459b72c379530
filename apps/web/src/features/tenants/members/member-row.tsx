import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useMemo, useState } from 'react';
import type { Member, Role } from '@/generated/auth';
import { focusOn, useCommands } from '@/shared/lib/commands';
import { useFormats } from '@/shared/lib/texts';
import { Avatar } from '@/shared/ui/avatar';
import { ChoiceField } from '@/shared/ui/choice-field';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Icon } from '@/shared/ui/icon';
import { useUiTexts } from '@/shared/ui/texts';
import { isStepDown, mayRemove, rolesFor } from '../model/roles';
import type { Actor } from '../model/use-actor';
import { useTenantsTexts } from '../texts/use-tenants-texts';
import { useMemberActions } from './use-member-actions';

interface Props {
  member: Member;
  actor: Actor;
  rowRef?: (row: HTMLElement | null) => void;
}

const ROW = {
  display: 'grid',
  gridTemplateColumns: { xs: 'auto minmax(0, 1fr) 40px', sm: 'auto minmax(0, 1fr) auto 40px' },
  '& > .role': { gridColumn: { xs: 2, sm: 3 }, gridRow: { xs: 2, sm: 1 }, justifySelf: { xs: 'start', sm: 'end' } },
  '& > button': { gridColumn: { xs: 3, sm: 4 }, gridRow: 1 },
  alignItems: 'center',
  columnGap: 1.5,
  rowGap: 1,
  py: 1.25,
  outline: 'none',
  '& + &': { borderTop: 1, borderColor: 'divider' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
} as const;

/** What is asked before it is done. */
type Asked = { what: 'remove' } | { what: 'stepDown'; to: Role } | undefined;

function useOffers({ member, actor }: Props, ask: (asked: Asked) => void) {
  const t = useTenantsTexts();
  const { userId, fullName, role } = member;
  const roles = rolesFor(actor.role, role);
  const isRemovable = mayRemove(actor.role, role, userId === actor.userId);
  const mayChoose = roles.length > 1;
  useCommands(
    useMemo(
      () => [
        ...(mayChoose
          ? [{ id: `member.role.${userId}`, name: t.changeRoleOf(fullName), section: t.members, perform: () => focusOn(`role-${userId}`) }]
          : []),
        ...(isRemovable
          ? [{ id: `member.remove.${userId}`, name: t.remove(fullName), section: t.members, perform: () => ask({ what: 'remove' }) }]
          : []),
      ],
      [t, userId, fullName, mayChoose, isRemovable, ask],
    ),
  );
  return { roles, isRemovable, mayChoose };
}

export function MemberRow(props: Props) {
  const { member, actor, rowRef } = props;
  const t = useTenantsTexts();
  const ui = useUiTexts();
  const [asked, ask] = useState<Asked>();
  const { roles, isRemovable, mayChoose } = useOffers(props, ask);
  const { change } = useMemberActions();
  const isSelf = member.userId === actor.userId;
  const choose = (role: Role) =>
    isSelf && isStepDown(member.role, role) ? ask({ what: 'stepDown', to: role }) : void change(member, role);
  return (
    <Box component="li" ref={rowRef} tabIndex={rowRef ? -1 : undefined} sx={ROW}>
      <Avatar name={member.fullName} />
      <Who member={member} isSelf={isSelf} />
      <Box className="role">
        {mayChoose ? (
          <ChoiceField
            isBare
            id={`role-${member.userId}`}
            name="role"
            says={t.roleOf(member.fullName)}
            value={member.role}
            options={roles.map((role) => ({ value: role, name: ui.roles[role] }))}
            onChange={choose}
          />
        ) : (
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
            {ui.roles[member.role]}
          </Box>
        )}
      </Box>
      {isRemovable && (
        <IconButton aria-label={t.remove(member.fullName)} onClick={() => ask({ what: 'remove' })}>
          <Icon name="trash" />
        </IconButton>
      )}
      <Question member={member} actor={actor} asked={asked} onClose={() => ask(undefined)} />
    </Box>
  );
}

function Who({ member, isSelf }: { member: Member; isSelf: boolean }) {
  const t = useTenantsTexts();
  const formats = useFormats();
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {member.fullName}{' '}
        {isSelf && (
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
            {`(${t.you})`}
          </Box>
        )}
      </Box>
      <Box
        sx={{ color: 'text.secondary', fontSize: '0.8125rem', display: 'flex', flexWrap: 'wrap', columnGap: 1, overflowWrap: 'anywhere' }}
      >
        {member.email && <span>{member.email}</span>}
        <span>{t.memberSince(formats.day(member.joinedAt))}</span>
      </Box>
    </Box>
  );
}

function Question({ member, actor, asked, onClose }: { member: Member; actor: Actor; asked: Asked; onClose: () => void }) {
  const t = useTenantsTexts();
  const ui = useUiTexts();
  const { giveUp, remove } = useMemberActions();
  if (asked?.what === 'remove')
    return (
      <ConfirmDialog title={t.removeTitle(member.fullName)} action={t.removeAction} onConfirm={() => remove(member)} onClose={onClose}>
        {t.removeText(member.fullName, actor.companyName)}
      </ConfirmDialog>
    );
  if (asked?.what === 'stepDown') {
    const { to } = asked;
    return (
      <ConfirmDialog title={t.stepDownTitle(ui.roles[to])} action={t.stepDownAction} onConfirm={() => giveUp(member, to)} onClose={onClose}>
        {t.stepDownText}
      </ConfirmDialog>
    );
  }
  return null;
}
