/** All searches that a person keeps: to open, rename and delete. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { SavedSearch } from '@/generated/catalog';
import { useCommands } from '@/shared/lib/commands';
import { useTimeZone } from '@/shared/lib/texts';
import { toast } from '@/shared/lib/toasts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Icon } from '@/shared/ui/icon';
import { Nothing } from '@/shared/ui/nothing';
import { Page } from '@/shared/ui/page';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { NameDialog } from './name-dialog';
import { addressOf, filtersOf } from './saved-address';
import { wordsOf } from './saved-query';
import { useSearchesTexts } from './searches-texts';
import { useSearchActions } from './use-search-actions';
import { useSearches } from './use-searches';

export function SearchesPage() {
  const t = useSearchesTexts();
  const { searches, isKnown, failure, refetch } = useSearches(true);
  return (
    <Page title={t.title} intro={t.intro}>
      {failure && <FailureNotice failure={failure} onAgain={() => void refetch()} />}
      {!isKnown && !failure && <Skeleton variant="rounded" height={180} aria-label={t.loading} />}
      {isKnown && searches.length === 0 && (
        <Nothing icon={<Icon name="bookmark" size={30} />} title={t.noneTitle} intro={t.noneIntro}>
          <Button component={Link} to="/pocs" variant="contained" size="large">
            {t.toList}
          </Button>
        </Nothing>
      )}
      {searches.length > 0 && <Searches searches={searches} />}
    </Page>
  );
}

/** With its row the focus would be nowhere: it stays on the page, before the first of those that are left. */
const keepFocus = () => document.getElementById('content')?.focus({ preventScroll: true });

function Searches({ searches }: { searches: readonly SavedSearch[] }) {
  const t = useSearchesTexts();
  const { change, remove: drop } = useSearchActions();
  const [renamed, setRenamed] = useState<SavedSearch>();
  const remove = useCallback(
    (search: SavedSearch) => {
      keepFocus();
      void drop(search);
    },
    [drop],
  );
  const commands = useMemo(
    () =>
      searches.flatMap((search) => [
        {
          id: `searches.rename.${search.savedSearchId}`,
          name: t.renameOf(search.name),
          section: t.title,
          perform: () => setRenamed(search),
        },
        {
          id: `searches.delete.${search.savedSearchId}`,
          name: t.deleteOf(search.name),
          section: t.title,
          perform: () => remove(search),
        },
      ]),
    [searches, remove, t],
  );
  useCommands(commands);
  const rename = async (search: SavedSearch, name: string) => {
    const failure = await change(search, { name });
    if (!failure) toast({ key: 'searches', kind: 'done', text: t.renamed(name) });
    return failure;
  };
  return (
    <>
      <Box component="ul" aria-label={t.title} sx={{ listStyle: 'none', m: 0, p: 0, borderTop: 1, borderColor: 'divider' }}>
        {searches.map((search) => (
          <Row key={search.savedSearchId} search={search} onRename={() => setRenamed(search)} onDelete={() => remove(search)} />
        ))}
      </Box>
      {renamed && (
        <NameDialog
          title={t.renameOf(renamed.name)}
          initial={renamed.name}
          itself={renamed}
          onTaken={({ name }) => ({ fault: t.taken(name) })}
          onSubmit={(name) => rename(renamed, name)}
          onClose={() => setRenamed(undefined)}
        />
      )}
    </>
  );
}

function Row({ search, onRename, onDelete }: { search: SavedSearch; onRename: () => void; onDelete: () => void }) {
  const t = useSearchesTexts();
  const pocs = usePocsTexts();
  const timeZone = useTimeZone();
  return (
    <Box
      component="li"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, py: 1.5, borderBottom: 1, borderColor: 'divider' }}
    >
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
          <Link to={addressOf(search.query, timeZone)} style={{ color: 'inherit' }}>
            {search.name}
          </Link>
        </Typography>
        <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          {wordsOf(filtersOf(search.query, timeZone), pocs).join(' · ')}
        </Typography>
      </Box>
      <Box sx={{ ml: { xs: -1.25, sm: 0 } }}>
        <Button color="inherit" size="small" aria-label={t.renameOf(search.name)} onClick={onRename}>
          {t.rename}
        </Button>
        <Button color="error" size="small" aria-label={t.deleteOf(search.name)} onClick={onDelete}>
          {t.delete}
        </Button>
      </Box>
    </Box>
  );
}
