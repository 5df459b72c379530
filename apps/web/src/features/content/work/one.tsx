/** The page of one film or report, while it comes and where it is not. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Failure } from '@/shared/api/failure';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { useTitle } from '@/shared/ui/front-page';
import { Icon } from '@/shared/ui/icon';
import { Missing } from '@/shared/ui/missing';
import type { Kind } from '../model/works';
import { useContentTexts } from '../texts/content-texts';

export function BackTo({ kind }: { kind: Kind }) {
  const t = useContentTexts();
  return (
    <Button
      component={Link}
      to={`/${kind}s`}
      color="inherit"
      size="small"
      startIcon={<Icon name="back" size={16} />}
      sx={{ mb: 1.5, ml: -1, color: 'text.secondary' }}
    >
      {t[`${kind}s`].back}
    </Button>
  );
}

/** 404, and what can be no id at all. */
export const isGone = (failure: Failure | undefined): boolean => failure?.status === 404 || failure?.status === 400;

export function NotShown({ kind, failure, onAgain }: { kind: Kind; failure: Failure | undefined; onAgain: () => void }) {
  const t = useContentTexts();
  const isMissing = isGone(failure);
  useTitle(isMissing ? t[`${kind}s`].missing : t[`${kind}s`].title);
  return (
    <Box sx={{ maxWidth: 960, mx: 'auto', px: { xs: 2, md: 4 }, py: { xs: 2, md: 4 } }}>
      <BackTo kind={kind} />
      {isMissing && <Missing title={t[`${kind}s`].missing} intro={t.missingIntro} />}
      {failure && !isMissing && <FailureNotice failure={failure} onAgain={onAgain} />}
      {!failure && (
        <Box role="status" aria-label={t.loading} aria-busy>
          <Skeleton width="45%" height={40} />
          <Skeleton width="30%" />
          <Skeleton variant="rounded" height={kind === 'video' ? 320 : 140} sx={{ mt: 2 }} />
        </Box>
      )}
    </Box>
  );
}

export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: 'max-content 1fr' },
        columnGap: 4,
        rowGap: { xs: 0.25, sm: 1 },
        fontSize: '0.875rem',
      }}
    >
      {facts.map(([name, value]) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {name}
          </Box>
          <Box component="dd" sx={{ m: 0, mb: { xs: 1, sm: 0 }, overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
