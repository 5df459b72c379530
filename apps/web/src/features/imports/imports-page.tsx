/** All imports of a person, and the way to another. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { Link, useSearchParams } from 'react-router-dom';
import type { ImportJob } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import { useOpenPolling } from '@/shared/api/use-open-polling';
import { useFormats } from '@/shared/lib/texts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { useTitle } from '@/shared/ui/front-page';
import { LIST_PAGE } from '@/shared/ui/page';
import { importsApi } from './endpoints';
import { FileButton } from './file-button';
import { useImportsTexts } from './imports-texts';
import { FORMATS, isOpen } from './jobs';
import { largestShown, useImportFile } from './use-import-file';
import { useLiveImports } from './use-live-imports';

const PAGE_SIZE = 20;

export function ImportsPage() {
  const t = useImportsTexts();
  const { take } = useImportFile();
  useTitle(t.title);
  return (
    <Box sx={LIST_PAGE}>
      <Box>
        <Typography variant="h1">{t.title}</Typography>
        <Typography color="text.secondary" sx={{ mt: 0.5, maxWidth: 620 }}>
          {t.intro}
        </Typography>
      </Box>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          flexWrap: 'wrap',
          gap: 1.5,
          p: 2,
          border: '1.5px dashed',
          borderColor: 'divider',
          borderRadius: 2,
          bgcolor: 'background.paper',
        }}
      >
        <FileButton says={t.choose} onFile={(file) => void take(file)} />
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          <Box sx={{ '@media (pointer: coarse)': { display: 'none' } }}>{t.orDrop}</Box>
          <Box sx={{ fontSize: '0.8125rem' }}>{t.limits(largestShown)}</Box>
        </Box>
      </Box>
      <All />
    </Box>
  );
}

function All() {
  const t = useImportsTexts();
  const [parameters, setParameters] = useSearchParams();
  const page = Math.max(1, Math.min(1_000, Number(parameters.get('page')) || 1));
  const { polling, poll } = useOpenPolling();
  const { currentData, error, refetch } = importsApi.useListImportsQuery({ page, pageSize: PAGE_SIZE }, polling);
  poll(currentData?.items.some(isOpen) ?? false);
  useLiveImports();
  if (error && !currentData) return <FailureNotice failure={asFailure(error)} onAgain={() => void refetch()} />;
  if (!currentData) return <Skeleton variant="rounded" height={220} aria-label={t.loading} />;
  const { items, pagination } = currentData;
  if (pagination.totalItems === 0) return <None />;
  const turn = (by: number) => setParameters(page + by === 1 ? {} : { page: String(page + by) });
  return (
    <>
      <Box component="ul" aria-label={t.all} sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}>
        {items.map((job) => (
          <One key={job.importId} job={job} />
        ))}
      </Box>
      {pagination.totalPages > 1 && (
        <Box component="nav" aria-label={t.pages} sx={{ display: 'flex', gap: 1 }}>
          <Button variant="outlined" color="inherit" disabled={page === 1} onClick={() => turn(-1)}>
            {t.newer}
          </Button>
          <Button variant="outlined" color="inherit" disabled={page >= pagination.totalPages} onClick={() => turn(1)}>
            {t.older}
          </Button>
        </Box>
      )}
    </>
  );
}

function None() {
  const t = useImportsTexts();
  return (
    <Box sx={{ textAlign: 'center', py: 6 }}>
      <Typography variant="h1" component="h2">
        {t.noneTitle}
      </Typography>
      <Typography color="text.secondary" sx={{ mt: 1 }}>
        {t.noneIntro}
      </Typography>
    </Box>
  );
}

const TONES: Partial<Record<ImportJob['status'], string>> = { FAILED: 'error.main', COMPLETED: 'success.main' };

function One({ job }: { job: ImportJob }) {
  const t = useImportsTexts();
  const { moment, number } = useFormats();
  const counts = [
    [job.createdRows, t.created],
    [job.updatedRows, t.updated],
    [job.unchangedRows, t.unchanged],
    [job.failedRows, t.failed],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, name]) => `${number(count)} ${name}`);
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        alignItems: 'baseline',
        px: 1,
        py: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
        '&:hover, &:focus-within': { bgcolor: 'action.hover' },
      }}
    >
      <Box
        component={Link}
        to={`/imports/${job.importId}`}
        sx={{ color: 'inherit', fontWeight: 600, textDecoration: 'none', '&::after': { content: '""', position: 'absolute', inset: 0 } }}
      >
        {moment(job.createdAt)}
      </Box>
      <Box component="span" sx={{ flex: 1, color: 'text.secondary', fontSize: '0.8125rem', minWidth: 160 }}>
        {[FORMATS[job.format], ...told].join(' · ')}
      </Box>
      <Box component="span" sx={{ fontSize: '0.8125rem', fontWeight: 600, color: TONES[job.status] ?? 'text.secondary' }}>
        {isOpen(job) ? `${t.statuses[job.status]} · ${t.percent(job.progress)}` : t.statuses[job.status]}
      </Box>
    </Box>
  );
}
