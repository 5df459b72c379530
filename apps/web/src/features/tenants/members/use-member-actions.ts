import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Member, Role } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { useSession } from '@/shared/api/session-context';
import { ifMatch } from '@/shared/api/versions';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { tenantsApi } from '../model/endpoints';
import type { Actor } from '../model/use-actor';
import { useTenantsTexts } from '../texts/use-tenants-texts';

export function useMemberActions() {
  const t = useTenantsTexts();
  const ui = useUiTexts();
  const [update] = tenantsApi.useUpdateMemberMutation();
  const [removeMember] = tenantsApi.useRemoveMemberMutation();

  const give = async (member: Member, role: Role): Promise<Member | Failure> => {
    const answer = await update({ userId: member.userId, 'If-Match': ifMatch(member), memberPatch: { role } });
    return answer.data ?? asFailure(answer.error);
  };
  /** Seen at once; the word about it takes it back. */
  const change = async (member: Member, role: Role, isBack = false): Promise<void> => {
    const { fullName, userId } = member;
    const key = `member.${userId}`;
    const answer = await give(member, role);
    if ('kind' in answer) {
      const { requestId } = answer;
      return toast({ key, kind: 'failed', text: t.roleNotChanged(fullName, detailOf(answer, ui)), requestId });
    }
    const undo = { name: ui.undo, perform: () => void change(answer, member.role, true) };
    toast({ key, kind: 'done', text: t.isNow(fullName, ui.roles[role]), action: isBack ? undefined : undo });
  };
  const giveUp = async (member: Member, role: Role): Promise<Failure | undefined> => {
    const answer = await give(member, role);
    return 'kind' in answer ? answer : undefined;
  };
  const remove = async (member: Member): Promise<Failure | undefined> => {
    const answer = await removeMember({ userId: member.userId, 'If-Match': ifMatch(member) });
    if (answer.error) return asFailure(answer.error);
    toast({ key: `member.${member.userId}`, kind: 'done', text: t.removed(member.fullName) });
    return undefined;
  };
  return { change, giveUp, remove };
}

/** Whatever was changed about one's own membership meanwhile, it ends, and the session in that company with it: in every tab. */
export function useLeave(): (actor: Actor) => Promise<Failure | undefined> {
  const t = useTenantsTexts();
  const session = useSession();
  const navigate = useNavigate();
  const [removeMember] = tenantsApi.useRemoveMemberMutation();
  return useCallback(
    async ({ userId, companyName }) => {
      const answer = await removeMember({ userId, 'If-Match': '*' });
      if (answer.error) return asFailure(answer.error);
      navigate('/pocs'); // an address of the company that was left would show nothing
      session.end();
      toast({ key: 'left', kind: 'done', text: t.left(companyName) });
      return undefined;
    },
    [t, session, navigate, removeMember],
  );
}
