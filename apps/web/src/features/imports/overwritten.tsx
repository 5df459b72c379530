/** What an import has overwritten: each POC as it was before. It comes when it is asked for. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import type { ImportChange } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { importsApi } from './endpoints';
import { useImportsTexts } from './imports-texts';

const PAGE_SIZE = 20;

export function Overwritten({ importId }: { importId: string }) {
  const t = useImportsTexts();
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
      <Typography id={id} variant="h2">
        {t.overwritten}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {t.overwrittenIntro}
      </Typography>
      {isShown ? (
        <Changes importId={importId} />
      ) : (
        <Button variant="outlined" color="inherit" sx={{ justifySelf: 'start' }} onClick={() => setShown(true)}>
          {t.showOverwritten}
        </Button>
      )}
    </Box>
  );
}

function Changes({ importId }: { importId: string }) {
  const t = useImportsTexts();
  const [page, setPage] = useState(1);
  const { currentData, error, refetch } = importsApi.useListImportChangesQuery({ importId, page, pageSize: PAGE_SIZE });
  if (error && !currentData) return <FailureNotice failure={asFailure(error)} onAgain={() => void refetch()} />;
  if (!currentData) return <Skeleton variant="rounded" height={120} aria-label={t.loading} />;
  const { items, pagination } = currentData;
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}>
        {items.map((change) => (
          <Change key={change.pocId} change={change} />
        ))}
      </Box>
      {pagination.totalPages > 1 && (
        <Box component="nav" aria-label={t.pages} sx={{ display: 'flex', gap: 1 }}>
          <Button variant="outlined" color="inherit" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {t.previous}
          </Button>
          <Button variant="outlined" color="inherit" disabled={page >= pagination.totalPages} onClick={() => setPage(page + 1)}>
            {t.next}
          </Button>
        </Box>
      )}
    </>
  );
}

function Change({ change: { pocId, stands, before } }: { change: ImportChange }) {
  const t = useImportsTexts();
  const facts = [before.language, ...(before.tags ?? []).map((tag) => `#${tag}`), before.description].filter(Boolean).join(' · ');
  return (
    <Box component="li" sx={{ py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Box component={Link} to={`/pocs/${pocId}`} sx={{ color: 'inherit', fontWeight: 600, overflowWrap: 'anywhere' }}>
          {before.name}
        </Box>
        {!stands && (
          <Box component="small" sx={{ color: 'text.secondary' }}>
            {t.changedSince}
          </Box>
        )}
      </Box>
      <Typography variant="body2" color="text.secondary" noWrap>
        {facts}
      </Typography>
    </Box>
  );
}
