import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useCallback, useMemo } from 'react';
import type { Role, Tenant } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import { ifMatch } from '@/shared/api/versions';
import { focusOn, useCommands } from '@/shared/lib/commands';
import { useFormats } from '@/shared/lib/texts';
import { toast } from '@/shared/lib/toasts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Section } from '@/shared/ui/page';
import { SavedField } from '@/shared/ui/saved-field';
import { tenantsApi } from '../model/endpoints';
import { mayRename } from '../model/roles';
import { useTenantsTexts } from '../texts/use-tenants-texts';

const FIELD = 'company-name';
const rules = async () => (await import('@/generated/rules')).tenantPatchRules;

export function NameSection({ role }: { role: Role }) {
  const t = useTenantsTexts();
  const { currentData: tenant, error, refetch } = tenantsApi.useGetTenantQuery({});
  return (
    <Section title={t.called}>
      {tenant ? (
        <Name tenant={tenant} role={role} />
      ) : error ? (
        <FailureNotice failure={asFailure(error)} onAgain={() => void refetch()} />
      ) : (
        <Skeleton aria-hidden width="60%" height={44} />
      )}
    </Section>
  );
}

function useRename({ version }: Tenant) {
  const t = useTenantsTexts();
  const [update] = tenantsApi.useUpdateTenantMutation();
  return useCallback(
    async (companyName: string) => {
      const answer = await update({ 'If-Match': ifMatch({ version }), tenantPatch: { companyName } });
      if (answer.error) return asFailure(answer.error);
      toast({ key: 'company', kind: 'done', text: t.renamed(companyName) });
      return undefined;
    },
    [t, update, version],
  );
}

function Name({ tenant, role }: { tenant: Tenant; role: Role }) {
  const t = useTenantsTexts();
  const formats = useFormats();
  const rename = useRename(tenant);
  const mayChange = mayRename(role);
  useCommands(
    useMemo(
      () => (mayChange ? [{ id: 'company.rename', name: t.rename, section: t.company, perform: () => focusOn(FIELD) }] : []),
      [t, mayChange],
    ),
  );
  const since = t.since(formats.day(tenant.createdAt));
  if (!mayChange)
    return (
      <Box>
        <Typography sx={{ fontSize: '1.125rem', fontWeight: 600, overflowWrap: 'anywhere' }}>{tenant.companyName}</Typography>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
          {`${since} · ${t.nameOfOwner}`}
        </Typography>
      </Box>
    );
  return (
    <SavedField
      id={FIELD}
      name="companyName"
      says={t.name}
      hint={`${t.nameHint} ${since}.`}
      value={tenant.companyName}
      autoComplete="organization"
      draft="company.name"
      rules={rules}
      onSave={rename}
    />
  );
}
