/** Behind the link of an invitation. What is right to do depends on who looks at it. */
import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Membership } from '@/generated/auth';
import type { Failure } from '@/shared/api/failure';
import { useSession, useSessionState } from '@/shared/api/session-context';
import { mailedToken } from '@/shared/lib/mailed-token';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { FrontPage } from '@/shared/ui/front-page';
import { tenantsApi } from '../model/endpoints';
import { useTenantsTexts } from '../texts/use-tenants-texts';
import { JoinForm } from './join-form';
import { useJoin } from './use-join';

const SPENT = 'invalid_token';

export function JoinPage() {
  const t = useTenantsTexts();
  const token = mailedToken();
  const { status } = useSessionState();
  const [joined, setJoined] = useState<Membership>();
  const [isSpent, setSpent] = useState(false);
  const onward = status === 'signed-in' ? { to: '/pocs', says: t.stay } : { to: '/sign-in', says: t.signIn };
  if (!token) return <Word title={t.notWhole} intro={t.notWholeIntro} {...onward} />;
  if (isSpent) return <Word title={t.spentTitle} intro={t.spentIntro} {...onward} />;
  if (joined) return <Word title={t.joined(joined.companyName)} intro={t.joinedIntro} to="/sign-in" says={t.signIn} />;
  const onFailure = (failure: Failure) => setSpent(failure.code === SPENT);
  if (status === 'signed-in') return <AsMyself token={token} onFailure={onFailure} />;
  return (
    <FrontPage title={t.join} intro={t.joinIntro}>
      <JoinForm token={token} onJoined={setJoined} onFailure={onFailure} />
    </FrontPage>
  );
}

function Word({ title, intro, to, says }: { title: string; intro: string; to: string; says: string }) {
  return (
    <FrontPage title={title} intro={intro}>
      <Button component={Link} to={to} variant="contained" size="large">
        {says}
      </Button>
    </FrontPage>
  );
}

function AsMyself({ token, onFailure }: { token: string; onFailure: (failure: Failure) => void }) {
  const t = useTenantsTexts();
  const { currentData: me } = tenantsApi.useGetMeQuery({});
  const { asMyself } = useJoin(token);
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const join = async () => {
    setBusy(true);
    const failed = await asMyself();
    setBusy(false);
    setFailure(failed);
    if (failed) onFailure(failed);
  };
  return (
    <FrontPage title={t.join} intro={me && t.joinAs(me.email)} below={<Leaving />}>
      {failure && <FailureNotice failure={failure} />}
      <Button variant="contained" size="large" autoFocus loading={isBusy} onClick={() => void join()}>
        {t.joinAction}
      </Button>
    </FrontPage>
  );
}

/** To go on as somebody else: the page stays, and with it the invitation. */
function Leaving() {
  const t = useTenantsTexts();
  const session = useSession();
  const [logOut] = tenantsApi.useLogOutMutation();
  const leave = async () => {
    await logOut({ refreshRequest: {} });
    session.end();
  };
  return <Button onClick={() => void leave()}>{t.otherAccount}</Button>;
}
