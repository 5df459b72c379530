/** To another company of the person's: here, and in every tab. */
import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSwitchTenantMutation } from '@/generated/auth';
import type { Me, TenantChoice } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import { useSession } from '@/shared/api/session-context';
import { useCommands } from '@/shared/lib/commands';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { useAppTexts } from '../texts/app-texts';

export const othersOf = (me: Me | undefined): readonly TenantChoice[] =>
  me?.memberships.filter(({ tenantId }) => tenantId !== me.tenantId) ?? [];

/** `here`: the address is one of the other company's. Of this one's, it would show nothing there. */
export function useSwitch(): (company: TenantChoice, to?: '/pocs' | 'here') => Promise<void> {
  const t = useAppTexts();
  const ui = useUiTexts();
  const session = useSession();
  const navigate = useNavigate();
  const [switchTenant] = useSwitchTenantMutation();
  return useCallback(
    async ({ tenantId, companyName }, to = '/pocs') => {
      const answer = await switchTenant({ switchTenantRequest: { tenantId } });
      if (!answer.data) return toast({ key: 'switch', kind: 'failed', text: detailOf(asFailure(answer.error), ui) });
      if (to !== 'here') navigate(to);
      session.adopt(answer.data);
      toast({ key: 'switch', text: t.switched(companyName) });
    },
    [t, ui, session, navigate, switchTenant],
  );
}

export function useSwitchCommands(me: Me | undefined): void {
  const t = useAppTexts();
  const switchTo = useSwitch();
  useCommands(
    useMemo(
      () =>
        othersOf(me).map((company) => ({
          id: `switch.${company.tenantId}`,
          name: t.switchToCompany(company.companyName),
          section: t.sections.account,
          perform: () => void switchTo(company),
        })),
      [t, me, switchTo],
    ),
  );
}
