import Button from '@mui/material/Button';
import { useLocation, useNavigate } from 'react-router-dom';
import { FrontPage } from '@/shared/ui/front-page';
import { TextLink } from '@/shared/ui/text-link';
import { CompanyChoice } from './company-choice';
import { SignInForm } from './sign-in-form';
import { useSessionsTexts } from './texts/use-sessions-texts';
import { useSignIn } from './use-sign-in';
import type { SignIn } from './use-sign-in';

export function SignInPage() {
  const navigate = useNavigate();
  const { from } = (useLocation().state ?? {}) as { from?: string };
  const state = useSignIn(() => navigate(from ?? '/pocs', { replace: true }));
  return state.companies ? <Choosing state={state} companies={state.companies} /> : <Credentials state={state} />;
}

function Credentials({ state }: { state: SignIn }) {
  const t = useSessionsTexts();
  return (
    <FrontPage
      title={t.signIn}
      intro={t.intro}
      below={
        <>
          {t.newHere} <TextLink to="/sign-up">{t.signUp}</TextLink>
        </>
      }
    >
      <SignInForm state={state} action={t.signIn} />
      <TextLink to="/forgot-password" style={{ alignSelf: 'center', fontSize: '0.875rem' }}>
        {t.forgot}
      </TextLink>
    </FrontPage>
  );
}

function Choosing({ state, companies }: { state: SignIn; companies: NonNullable<SignIn['companies']> }) {
  const t = useSessionsTexts();
  return (
    <FrontPage title={t.chooseCompany} intro={t.chooseCompanyIntro} below={<Button onClick={state.startOver}>{t.otherAccount}</Button>}>
      <CompanyChoice companies={companies} onChoose={(tenantId) => void state.choose(tenantId)} />
    </FrontPage>
  );
}
