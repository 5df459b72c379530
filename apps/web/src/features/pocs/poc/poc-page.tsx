/** One POC: read, and changed where it stands. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { Navigate, useLocation, useNavigate, useParams } from 'react-router-dom';
import { useSessionState } from '@/shared/api/session-context';
import { useCommands } from '@/shared/lib/commands';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { useTitle } from '@/shared/ui/front-page';
import { Icon } from '@/shared/ui/icon';
import { Missing } from '@/shared/ui/missing';
import type { Shown } from '../model/changes';
import { usePocsSelector } from '../model/store';
import { useActions } from '../model/use-actions';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { ConflictDialog } from './conflict-dialog';
import { PocFacts } from './poc-facts';
import { PocTexts } from './poc-texts';
import { usePoc } from './use-poc';

/** A POC that is on its way has an id of ours, and is gone to again under the one that it gets. */
export function PocPage() {
  const { pocId = '' } = useParams();
  const creation = usePocsSelector(({ pocChanges }) => pocChanges.created.find(({ id }) => id === pocId));
  if (creation?.poc.isNew) return <OnItsWay poc={creation.poc} />;
  return creation ? <Navigate to={`/pocs/${creation.poc.pocId}`} replace /> : <Existing key={pocId} pocId={pocId} />;
}

const PAGE = { maxWidth: 860, mx: 'auto', px: { xs: 2, md: 4 }, py: { xs: 2, md: 4 } } as const;

function OnItsWay({ poc }: { poc: Shown }) {
  const t = usePocsTexts();
  useTitle(poc.name);
  return (
    <Box sx={PAGE}>
      <BackToList />
      <Box component="article" aria-busy sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3 }}>
        <PocTexts poc={poc} isLocked startsOpen={false} actions={<Typography color="text.secondary">{t.saving}</Typography>} />
      </Box>
    </Box>
  );
}

function Existing({ pocId }: { pocId: string }) {
  const { poc, isMissing, failure, again } = usePoc(pocId);
  const t = usePocsTexts();
  useTitle(poc?.name ?? t.list);
  return (
    <Box sx={PAGE}>
      <BackToList />
      {failure && <FailureNotice failure={failure} onAgain={again} />}
      {isMissing && <Missing title={t.missingTitle} intro={t.missingIntro} />}
      {!isMissing && !poc && !failure && <Waiting />}
      {poc && <One key={poc.pocId} poc={poc} />}
      <ConflictDialog />
    </Box>
  );
}

/** Back in the history where one came from the list: with its filters, its place and its focus. */
function BackToList() {
  const t = usePocsTexts();
  const navigate = useNavigate();
  const { key } = useLocation();
  const back = () => (key === 'default' ? navigate('/pocs') : navigate(-1));
  return (
    <Button
      color="inherit"
      size="small"
      startIcon={<Icon name="back" size={16} />}
      onClick={back}
      sx={{ mb: 2, ml: -1, color: 'text.secondary' }}
    >
      {t.back}
    </Button>
  );
}

function One({ poc }: { poc: Shown }) {
  const { ticket } = useSessionState();
  const isMine = poc.userId === ticket?.userId;
  const { isEditing = false } = (useLocation().state ?? {}) as { isEditing?: boolean };
  return (
    <Box component="article" aria-busy={poc.isPending} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 3 }}>
      <PocTexts poc={poc} isLocked={!isMine} startsOpen={isEditing && isMine} actions={<Actions poc={poc} isMine={isMine} />} />
      <PocFacts poc={poc} isLocked={!isMine} />
    </Box>
  );
}

function Actions({ poc, isMine }: { poc: Shown; isMine: boolean }) {
  const t = usePocsTexts();
  const navigate = useNavigate();
  const { mark, remove } = useActions();
  const commands = useMemo(() => {
    const favorite = {
      id: 'poc.favorite',
      name: t.commands.favorite,
      section: t.list,
      keys: 'f',
      perform: () => void mark(poc, !poc.isFavorite),
    };
    const deletion = () => {
      void remove(poc);
      navigate('/pocs');
    };
    return isMine
      ? [favorite, { id: 'poc.delete', name: t.commands.delete, section: t.list, keys: 'Delete', perform: deletion }]
      : [favorite];
  }, [t, poc, isMine, mark, remove, navigate]);
  useCommands(commands);
  const perform = (id: string) => () => commands.find((command) => command.id === id)?.perform();
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {poc.repositoryUrl && (
        <Button
          component="a"
          href={poc.repositoryUrl}
          target="_blank"
          rel="noreferrer"
          variant="contained"
          startIcon={<Icon name="external" size={16} />}
        >
          {t.openRepository}
        </Button>
      )}
      <Button
        variant="outlined"
        color="inherit"
        aria-pressed={poc.isFavorite}
        startIcon={<Icon name="star" size={16} isFilled={poc.isFavorite} />}
        onClick={perform('poc.favorite')}
        sx={{ '& svg': { color: poc.isFavorite ? '#c58a00' : undefined } }}
      >
        {t.favorite}
      </Button>
      {isMine && (
        <Button variant="outlined" color="inherit" startIcon={<Icon name="trash" size={16} />} onClick={perform('poc.delete')}>
          {t.delete}
        </Button>
      )}
    </Box>
  );
}

function Waiting() {
  return (
    <Box aria-hidden sx={{ display: 'grid', gap: 1 }}>
      <Skeleton width="50%" height={40} />
      <Skeleton width="90%" />
      <Skeleton width="80%" />
    </Box>
  );
}
