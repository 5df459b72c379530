import { useCallback, useMemo } from 'react';
import type { CreateInvitationRequest, Invitation } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { tenantsApi } from '../model/endpoints';
import { useTenantsTexts } from '../texts/use-tenants-texts';

export function useInvitationActions() {
  const t = useTenantsTexts();
  const ui = useUiTexts();
  const [create] = tenantsApi.useCreateInvitationMutation();
  const [withdrawInvitation] = tenantsApi.useWithdrawInvitationMutation();

  /** The key goes with the attempt: an answer that was lost is given again, and nobody gets two mails. */
  const invite = useCallback(
    async (createInvitationRequest: CreateInvitationRequest, key: string): Promise<Failure | undefined> => {
      const answer = await create({ 'Idempotency-Key': key, createInvitationRequest });
      if (answer.error) return asFailure(answer.error);
      toast({ key: 'invitation', kind: 'done', text: t.invited(createInvitationRequest.email) });
      return undefined;
    },
    [create, t],
  );

  /** The link is dead at once. What can be done about it is another one. */
  const withdraw = useCallback(
    async ({ invitationId, email, role }: Invitation): Promise<void> => {
      const key = `invitation.${invitationId}`;
      const answer = await withdrawInvitation({ invitationId });
      if (answer.error) {
        const failure = asFailure(answer.error);
        return toast({ key, kind: 'failed', text: t.notWithdrawn(email, detailOf(failure, ui)), requestId: failure.requestId });
      }
      const again = async () => {
        const failure = await invite({ email, role }, crypto.randomUUID());
        if (failure) toast({ key, kind: 'failed', text: t.notInvited(email, detailOf(failure, ui)), requestId: failure.requestId });
      };
      toast({ key, kind: 'done', text: t.withdrawn(email), action: { name: t.inviteAgain, perform: () => void again() } });
    },
    [withdrawInvitation, invite, t, ui],
  );
  return useMemo(() => ({ invite, withdraw }), [invite, withdraw]);
}
