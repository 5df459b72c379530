/** Behind the link of an invitation: who invites into which company, and the one right next step for whoever looks at it. */
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { InvitationOffer, Membership } from '@/generated/auth';
import { useSessionState } from '@/shared/api/session-context';
import { mailedToken } from '@/shared/lib/mailed-token';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { FrontPage } from '@/shared/ui/front-page';
import { useUiTexts } from '@/shared/ui/texts';
import { tenantsApi } from '../model/endpoints';
import { useTenantsTexts } from '../texts/use-tenants-texts';
import { AsMyself, AsSomebodyElse } from './as-signed-in';
import { JoinForm } from './join-form';
import { useOffer } from './use-offer';

const UNKNOWN = ['invitation_not_found', 'invalid_request'];

export function JoinPage() {
  const t = useTenantsTexts();
  const token = mailedToken();
  return token ? <Read key={token} token={token} /> : <Word title={t.notWhole} intro={t.notWholeIntro} />;
}

function Read({ token }: { token: string }) {
  const t = useTenantsTexts();
  const { offer, failure, again } = useOffer(token);
  if (failure && UNKNOWN.includes(failure.code)) return <Word title={t.notWhole} intro={t.notWholeIntro} />;
  if (offer) return <Offered token={token} offer={offer} onSpent={again} />;
  return (
    <FrontPage title={t.join}>
      {failure ? <FailureNotice failure={failure} onAgain={again} /> : <Skeleton aria-hidden variant="rounded" height={120} />}
    </FrontPage>
  );
}

function Offered({ token, offer, onSpent }: { token: string; offer: InvitationOffer; onSpent: () => void }) {
  const t = useTenantsTexts();
  const ui = useUiTexts();
  const { status } = useSessionState();
  const isSignedIn = status === 'signed-in';
  const { currentData: me } = tenantsApi.useGetMeQuery({}, { skip: !isSignedIn });
  const [joined, setJoined] = useState<Membership>();
  const { companyName, inviterName, email, role } = offer;
  if (joined) return <Word title={t.joined(joined.companyName)} intro={isSignedIn ? '' : t.joinedIntro} />;
  if (offer.status !== 'PENDING') {
    const { title, intro } = t.spent[offer.status];
    return <Word title={title} intro={`${t.spentWhose(inviterName, companyName)} ${intro}`} />;
  }
  const invited = { token, email };
  const isTheirs = me?.email.toLowerCase() === email.toLowerCase();
  const steps = isSignedIn ? (
    me && (isTheirs ? <AsMyself invited={invited} onSpent={onSpent} /> : <AsSomebodyElse email={email} own={me.email} />)
  ) : (
    <JoinForm invited={invited} isNew={offer.hasAccount === false} onJoined={setJoined} onSpent={onSpent} />
  );
  return (
    <FrontPage title={t.invites(inviterName, companyName)} intro={t.offered(email, ui.roles[role])}>
      {steps}
    </FrontPage>
  );
}

/** With the way on. */
function Word({ title, intro }: { title: string; intro: string }) {
  const t = useTenantsTexts();
  const { status } = useSessionState();
  const isSignedIn = status === 'signed-in';
  return (
    <FrontPage title={title} intro={intro}>
      <Button component={Link} to={isSignedIn ? '/pocs' : '/sign-in'} variant="contained" size="large">
        {isSignedIn ? t.stay : t.signIn}
      </Button>
    </FrontPage>
  );
}
