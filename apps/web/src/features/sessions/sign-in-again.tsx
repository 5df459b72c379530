/** The session has ended while somebody was at work: their page stays as it is beneath, with all that was typed. */
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { CompanyChoice } from './company-choice';
import { SignInForm } from './sign-in-form';
import { useSessionsTexts } from './texts/use-sessions-texts';
import { useSignIn } from './use-sign-in';

export function SignInAgain({ tenantId }: { tenantId: string | null | undefined }) {
  const t = useSessionsTexts();
  const title = useId();
  const state = useSignIn(() => undefined);
  const sameCompany = { ...state, signIn: (credentials: Parameters<typeof state.signIn>[0]) => state.signIn({ ...credentials, tenantId }) };
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby={title}>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2, p: 3 }}>
        <Typography id={title} variant="h1" component="h2">
          {t.expiredTitle}
        </Typography>
        <Typography color="text.secondary">{t.expiredIntro}</Typography>
        {state.companies ? (
          <CompanyChoice companies={state.companies} onChoose={(chosen) => void state.choose(chosen)} />
        ) : (
          <SignInForm state={sameCompany} action={t.continue} />
        )}
      </DialogContent>
    </Dialog>
  );
}
