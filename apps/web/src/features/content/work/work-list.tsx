/** A list of films or of reports: what there is, what is being made, and page by page what was. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import type { Pagination } from '@/generated/content';
import type { Failure } from '@/shared/api/failure';
import { useFormats } from '@/shared/lib/texts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Icon } from '@/shared/ui/icon';
import { Nothing } from '@/shared/ui/nothing';
import { useTold } from '../model/use-told';
import { useWorkActions } from '../model/use-work-actions';
import type { Kind, Work } from '../model/works';
import { useContentTexts } from '../texts/content-texts';
import { focusHeading } from './frame';
import { useDeletion } from './use-deletion';
import { WorkRow } from './work-row';

export const PAGE_SIZE = 20;

export function usePage(): number {
  const [parameters] = useSearchParams();
  const page = Number(parameters.get('page') ?? '1');
  return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1;
}

interface Props {
  kind: Kind;
  works: readonly Work[] | undefined;
  pagination: Pagination | undefined;
  failure: Failure | undefined;
  onAgain: () => void;
  leadOf: (work: Work) => ReactNode;
  moreOf: (work: Work) => readonly string[];
}

const NONE: readonly Work[] = [];

export function WorkList({ kind, works, pagination, failure, onAgain, leadOf, moreOf }: Props) {
  const t = useContentTexts();
  const { cancel, retry } = useWorkActions();
  const { ask, dialog } = useDeletion(focusHeading);
  const actions = useMemo(() => ({ cancel, retry, remove: ask }), [cancel, retry, ask]);
  useTold(works ?? NONE);
  if (!works) return failure ? <FailureNotice failure={failure} onAgain={onAgain} /> : <Waiting />;
  if (works.length === 0 && (pagination?.page ?? 1) === 1) return <Empty kind={kind} />;
  return (
    <>
      {failure && <FailureNotice failure={failure} onAgain={onAgain} />}
      <Box component="ul" aria-label={t[`${kind}s`].list} sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}>
        {works.map((work) => (
          <li key={work.id}>
            <WorkRow work={work} lead={leadOf(work)} more={moreOf(work)} actions={actions} />
          </li>
        ))}
      </Box>
      {pagination && <Pages {...pagination} />}
      {dialog}
    </>
  );
}

function Empty({ kind }: { kind: Kind }) {
  const t = useContentTexts();
  const words = t[`${kind}s`];
  return (
    <Nothing icon={<Icon name={kind === 'video' ? 'film' : 'document'} size={30} />} title={words.noneTitle} intro={words.noneIntro}>
      <Button component={Link} to={`/${kind}s/new`} variant="contained" size="large" startIcon={<Icon name="plus" />}>
        {words.new}
      </Button>
    </Nothing>
  );
}

export function Pages({ page, totalPages }: Pick<Pagination, 'page' | 'totalPages'>) {
  const t = useContentTexts();
  const formats = useFormats();
  if (totalPages < 2) return null;
  const to = (wanted: number) => ({ search: wanted > 1 ? `page=${wanted}` : '' });
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, pt: 2, flexWrap: 'wrap' }}>
      {page > 1 && (
        <Button component={Link} to={to(page - 1)} size="small" color="inherit" variant="outlined">
          {t.newer}
        </Button>
      )}
      {page < totalPages && (
        <Button component={Link} to={to(page + 1)} size="small" color="inherit" variant="outlined">
          {t.older}
        </Button>
      )}
      <Typography variant="body2" color="text.secondary">
        {t.pageOf(formats.number(page), formats.number(totalPages))}
      </Typography>
    </Box>
  );
}

function Waiting() {
  const t = useContentTexts();
  return (
    <Box role="status" aria-label={t.loading} aria-busy>
      {[52, 38, 61, 45].map((width) => (
        <Box
          key={width}
          aria-hidden
          sx={{ display: 'flex', gap: 2, alignItems: 'center', py: 1.75, borderBottom: 1, borderColor: 'divider' }}
        >
          <Skeleton variant="rounded" width={56} height={44} />
          <Box sx={{ flex: 1 }}>
            <Skeleton width={`${width}%`} />
            <Skeleton width={`${width - 15}%`} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}
