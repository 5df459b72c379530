/** What a person has deleted, and can have back. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { PocListItem } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import { useCommands } from '@/shared/lib/commands';
import { useFormats } from '@/shared/lib/texts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { useTitle } from '@/shared/ui/front-page';
import { Icon } from '@/shared/ui/icon';
import { Nothing } from '@/shared/ui/nothing';
import { LIST_PAGE } from '@/shared/ui/page';
import { askedAtOf } from '../model/asked-at';
import { isBack } from '../model/changes';
import { pocsApi } from '../model/endpoints';
import { usePocsSelector } from '../model/store';
import { useActions } from '../model/use-actions';
import { useBulk } from '../bulk/use-bulk';
import { useTrashTexts } from './trash-texts';

const PAGE_SIZE = 50;

function useTrash() {
  const [parameters, setParameters] = useSearchParams();
  const page = Math.max(1, Math.min(1_000, Number(parameters.get('page')) || 1));
  const answer = pocsApi.useListPocsQuery({ deleted: true, page, pageSize: PAGE_SIZE });
  const { currentData, error, refetch } = answer;
  const askedAt = askedAtOf({ ...answer, data: currentData });
  const changes = usePocsSelector((state) => state.pocChanges);
  const items = useMemo(() => currentData?.items.filter(({ pocId }) => !isBack(changes, pocId, askedAt)), [currentData, changes, askedAt]);
  return {
    items,
    total: currentData && currentData.pagination.totalItems - currentData.items.length + (items?.length ?? 0),
    page,
    pages: currentData?.pagination.totalPages ?? 1,
    turn: (by: number) => setParameters(page + by === 1 ? {} : { page: String(page + by) }),
    failure: error && asFailure(error),
    again: () => void refetch(),
  };
}

export function TrashPage() {
  const t = useTrashTexts();
  const trash = useTrash();
  const { items, total, failure, again } = trash;
  const change = useBulk();
  useTitle(t.title);
  const restoreAll = useCallback(() => void change({ action: 'restore', tags: [] }, items ?? []), [change, items]);
  const hasSome = Boolean(items && items.length > 0);
  const all = trash.pages > 1 ? t.restorePage : t.restoreAll;
  useCommands(
    useMemo(
      () => (hasSome ? [{ id: 'trash.restore', name: all, section: t.section, perform: restoreAll }] : []),
      [t, all, hasSome, restoreAll],
    ),
  );
  return (
    <Box sx={{ ...LIST_PAGE, gap: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-end', flexWrap: 'wrap', gap: 1.5 }}>
        <Box sx={{ flex: '1 1 260px' }}>
          <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1.5 }}>
            <Typography variant="h1">{t.title}</Typography>
            <Typography color="text.secondary">{total !== undefined && t.count(total)}</Typography>
          </Box>
          <Typography color="text.secondary">{t.intro}</Typography>
        </Box>
        {items && items.length > 1 && (
          <Button variant="outlined" color="inherit" onClick={restoreAll}>
            {all}
          </Button>
        )}
      </Box>
      {failure && <FailureNotice failure={failure} onAgain={again} />}
      {!items && !failure && <Skeleton variant="rounded" height={240} aria-label={t.loading} />}
      {items && total === 0 && <Nothing icon={<Icon name="trash" size={30} />} title={t.noneTitle} intro={t.noneIntro} />}
      {items && hasSome && <Deleted items={items} />}
      <Pages trash={trash} />
    </Box>
  );
}

function Pages({ trash: { page, pages, turn } }: { trash: ReturnType<typeof useTrash> }) {
  const t = useTrashTexts();
  if (pages < 2) return null;
  return (
    <Box component="nav" aria-label={t.pages} sx={{ display: 'flex', gap: 1 }}>
      <Button variant="outlined" color="inherit" disabled={page === 1} onClick={() => turn(-1)}>
        {t.newer}
      </Button>
      <Button variant="outlined" color="inherit" disabled={page >= pages} onClick={() => turn(1)}>
        {t.older}
      </Button>
    </Box>
  );
}

function Deleted({ items }: { items: readonly PocListItem[] }) {
  const t = useTrashTexts();
  const { moment } = useFormats();
  const { restore } = useActions();
  return (
    <Box component="ul" aria-label={t.title} sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}>
      {items.map((poc) => (
        <Box
          component="li"
          key={poc.pocId}
          sx={{ display: 'flex', alignItems: 'center', gap: 1.5, py: 1, borderBottom: 1, borderColor: 'divider' }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{poc.name}</Box>
            <Typography variant="body2" color="text.secondary">
              {[poc.language, poc.deletedAt && t.deleted(moment(poc.deletedAt))].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
          <Button variant="outlined" color="inherit" aria-label={t.restoreOne(poc.name)} onClick={() => void restore(poc)}>
            {t.restore}
          </Button>
        </Box>
      ))}
    </Box>
  );
}
