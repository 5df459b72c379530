import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { TenantChoice } from '@/generated/auth';
import { useUiTexts } from '@/shared/ui/texts';

/** Companies to choose from, each with one's role in it. */
export function CompanyChoice({ companies, onChoose }: { companies: readonly TenantChoice[]; onChoose: (tenantId: string) => void }) {
  const t = useUiTexts();
  return (
    <Stack component="ul" gap={1} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {companies.map(({ tenantId, companyName, role }, at) => (
        <li key={tenantId}>
          <Button
            fullWidth
            variant="outlined"
            autoFocus={at === 0}
            sx={{ justifyContent: 'space-between', py: 1.25, overflowWrap: 'anywhere', textAlign: 'left' }}
            onClick={() => onChoose(tenantId)}
          >
            <span>{companyName}</span>
            <small style={{ fontWeight: 400 }}>{t.roles[role]}</small>
          </Button>
        </li>
      ))}
    </Stack>
  );
}
