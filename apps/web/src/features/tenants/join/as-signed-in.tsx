import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Failure } from '@/shared/api/failure';
import { useSession } from '@/shared/api/session-context';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Notice } from '@/shared/ui/notice';
import { tenantsApi } from '../model/endpoints';
import { useTenantsTexts } from '../texts/use-tenants-texts';
import { isSpent } from './faults-of';
import { useJoin } from './use-join';
import type { Invited } from './use-join';

export function AsMyself({ invited, onSpent }: { invited: Invited; onSpent: () => void }) {
  const t = useTenantsTexts();
  const { asMyself } = useJoin(invited);
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const join = async () => {
    setBusy(true);
    const failed = await asMyself();
    setBusy(false);
    setFailure(failed);
    if (failed && isSpent(failed)) onSpent();
  };
  return (
    <>
      <Typography color="text.secondary">{t.joinAs}</Typography>
      {failure && <FailureNotice failure={failure} />}
      <Button variant="contained" size="large" autoFocus loading={isBusy} onClick={() => void join()}>
        {t.joinAction}
      </Button>
    </>
  );
}

/** To go on as who is invited: the page stays, and with it the invitation. */
export function AsSomebodyElse({ email, own }: { email: string; own: string }) {
  const t = useTenantsTexts();
  const session = useSession();
  const [logOut, { isLoading }] = tenantsApi.useLogOutMutation();
  const leave = async () => {
    await logOut({ refreshRequest: {} });
    session.end();
  };
  return (
    <>
      <Notice kind="warning">{t.notYours(email, own)}</Notice>
      <Button variant="contained" size="large" loading={isLoading} onClick={() => void leave()}>
        {t.otherAccount}
      </Button>
      <Button component={Link} to="/pocs">
        {t.stay}
      </Button>
    </>
  );
}
