/** One import: how far it is, what came of it, and the way back. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { ImportDetail } from '@/generated/catalog';
import { useCommands } from '@/shared/lib/commands';
import { useFormats } from '@/shared/lib/texts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { useTitle } from '@/shared/ui/front-page';
import { Icon } from '@/shared/ui/icon';
import { Notice } from '@/shared/ui/notice';
import { LIST_PAGE } from '@/shared/ui/page';
import { Missing } from '@/shared/ui/missing';
import { useImportsTexts } from './imports-texts';
import { FORMATS, isOpen } from './jobs';
import { Overwritten } from './overwritten';
import { RowErrors } from './row-errors';
import { useImport } from './use-import';
import { useUndo } from './use-undo';

export function ImportPage() {
  const { importId = '' } = useParams();
  const t = useImportsTexts();
  const { job, isMissing, failure, again } = useImport(importId);
  useTitle(t.title);
  return (
    <Box sx={LIST_PAGE}>
      <Button
        component={Link}
        to="/imports"
        color="inherit"
        size="small"
        startIcon={<Icon name="back" size={16} />}
        sx={{ justifySelf: 'start', ml: -1, color: 'text.secondary' }}
      >
        {t.all}
      </Button>
      {failure && <FailureNotice failure={failure} onAgain={again} />}
      {isMissing && <Missing title={t.missingTitle} intro={t.missingIntro} />}
      {!job && !failure && !isMissing && <Skeleton variant="rounded" height={180} aria-label={t.loading} />}
      {job && !isMissing && <One job={job} />}
    </Box>
  );
}

function One({ job }: { job: ImportDetail }) {
  const t = useImportsTexts();
  const { moment } = useFormats();
  const { cancel, undo, undone } = useUndo(job);
  const canUndo = !isOpen(job) && job.createdRows + job.updatedRows > 0 && !undone;
  useCommands(
    useMemo(
      () => [
        ...(isOpen(job) ? [{ id: 'imports.cancel', name: t.cancel, section: t.section, perform: cancel }] : []),
        ...(canUndo ? [{ id: 'imports.undo', name: t.undo, section: t.section, keys: 'Mod+z', perform: undo }] : []),
      ],
      [t, job, canUndo, cancel, undo],
    ),
  );
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
        <Box sx={{ flex: '1 1 260px' }}>
          <Typography variant="h1">{t.importOf(moment(job.createdAt))}</Typography>
          <Typography color="text.secondary">
            {[t.statuses[job.status], FORMATS[job.format], ...(job.totalRows === null ? [] : [t.rows(job.totalRows)])].join(' · ')}
          </Typography>
        </Box>
        {isOpen(job) && (
          <Button variant="outlined" color="inherit" onClick={cancel}>
            {t.cancel}
          </Button>
        )}
        {canUndo && (
          <Button variant="outlined" color="inherit" onClick={undo}>
            {t.undo}
          </Button>
        )}
        {!isOpen(job) && job.createdRows + job.updatedRows + job.unchangedRows > 0 && (
          <Button component={Link} to="/pocs" variant="contained">
            {t.toPocs}
          </Button>
        )}
      </Box>
      {isOpen(job) && <Progress percent={job.progress} />}
      {job.errorMessage && <Notice kind="failed">{job.errorMessage}</Notice>}
      {undone && <Notice kind="told">{t.undone(undone.restoredRows, undone.deletedRows, undone.leftRows)}</Notice>}
      <Counts job={job} />
      {job.failedRows > 0 && <RowErrors job={job} />}
      {job.updatedRows > 0 && !isOpen(job) && <Overwritten importId={job.importId} />}
    </>
  );
}

function Progress({ percent }: { percent: number }) {
  const t = useImportsTexts();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
      <LinearProgress
        variant="determinate"
        value={percent}
        aria-label={t.progress}
        sx={{ flex: 1, height: 8, borderRadius: 4, bgcolor: 'action.hover' }}
      />
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', fontSize: '0.875rem' }}>
        {t.percent(percent)}
      </Box>
    </Box>
  );
}

function Counts({ job }: { job: ImportDetail }) {
  const t = useImportsTexts();
  const { number } = useFormats();
  const counts = [
    [job.createdRows, t.created],
    [job.updatedRows, t.updated],
    [job.unchangedRows, t.unchanged],
    [job.failedRows, t.failed],
  ] as const;
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        p: 2.5,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' },
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
      }}
    >
      {counts.map(([count, name]) => (
        <Box key={name} sx={{ display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' }}>
          <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {name}
          </Box>
          <Box component="dd" sx={{ m: 0, fontSize: '1.5rem', fontWeight: 680, fontVariantNumeric: 'tabular-nums', lineHeight: 1.2 }}>
            {number(count)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
