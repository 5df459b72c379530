/** A link from a mail or a colleague may lead into another company of the person's: the way there, without losing the address. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Me } from '@/generated/auth';
import { useAppTexts } from '../texts/app-texts';
import { othersOf, useSwitch } from './use-switch';

export function OtherCompanies({ me }: { me: Me | undefined }) {
  const t = useAppTexts();
  const switchTo = useSwitch();
  const others = othersOf(me);
  if (others.length === 0) return null;
  return (
    <Box sx={{ mt: 2, display: 'grid', justifyItems: 'center', gap: 1.5 }}>
      <Typography>{t.maybeElsewhere}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1 }}>
        {others.map((company) => (
          <Button key={company.tenantId} variant="outlined" onClick={() => void switchTo(company, 'here')}>
            {t.switchToCompany(company.companyName)}
          </Button>
        ))}
      </Box>
    </Box>
  );
}
