/** The catalogue: search, filters, list. All that is chosen stands in the address. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Suspense, lazy, useCallback, useEffect, useMemo, useState } from 'react';
import { announce } from '@/shared/lib/announce';
import type { Command } from '@/shared/lib/commands';
import { keysShown } from '@/shared/lib/keys';
import { useTimeZone } from '@/shared/lib/texts';
import { useAtHand } from '@/shared/lib/use-at-hand';
import { useListView } from '@/shared/lib/use-preferences';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { useTitle } from '@/shared/ui/front-page';
import { usePaste } from './use-paste';
import { usePages } from '../model/use-pages';
import { useFacets, useFilters } from '../model/use-filters';
import type { FiltersInUse } from '../model/use-filters';
import { notFound } from '../model/facet-values';
import { beginsWithNew, countOf, queryOf } from '../model/filters';
import type { Filters } from '../model/filters';
import { usePocsSelector } from '../model/store';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { Facets } from './facets';
import { FilterDrawer } from './filter-drawer';
import { ListMenu } from './list-menu';
import { ListWaiting } from './list-waiting';
import { PocList, placesIn } from './poc-list';
import { pagesToKnow, rowsOf } from './rows-of';
import type { KnownRows } from './rows-of';
import { SavedButton } from './saved-button';
import { SearchBox } from './search-box';
import { SortChoice } from './sort-choice';
import { usePrinting } from './use-printing';
import { useMoreCommands } from './use-more-commands';
import { useSelection } from './use-selection';
import type { Selecting } from './use-selection';

const selectionBar = async () => ({ default: (await import('../bulk/selection-bar')).SelectionBar });
const SelectionBar = lazy(selectionBar);
const Empty = lazy(async () => ({ default: (await import('./empty')).Empty }));
const HeldFilters = lazy(async () => ({ default: (await import('./held-filters')).HeldFilters }));
const PocCards = lazy(async () => ({ default: (await import('./poc-cards')).PocCards }));

function useTitleOf(filters: Filters): string {
  const { titles } = usePocsTexts();
  const title = filters.isFavorite ? titles.favorites : filters.scope === 'tenant' ? titles.company : titles.mine;
  useTitle(title);
  return title;
}

const NO_PAGES: readonly number[] = [];

function useRows({ query, filters }: FiltersInUse) {
  const [wanted, setWanted] = useState({ query, pages: NO_PAGES });
  const onSeen = useCallback(
    (indexes: readonly number[]) =>
      setWanted((before) => {
        const known = pagesToKnow(before.query === query ? before.pages : NO_PAGES, indexes);
        return before.query === query && known === before.pages ? before : { query, pages: known };
      }),
    [query],
  );
  const { pages, again } = usePages(query, wanted.query === query ? wanted.pages : NO_PAGES);
  const changes = usePocsSelector((state) => state.pocChanges);
  const rows = useMemo(() => rowsOf(pages, changes, beginsWithNew(filters)), [pages, changes, filters]);
  const known = pages.find(({ data }) => data);
  return {
    rows,
    known: known?.data,
    failure: pages.find(({ failure }) => failure)?.failure,
    isFetching: pages.some((page) => page.isFetching),
    again,
    onSeen,
  };
}

export function ListPage() {
  const t = usePocsTexts();
  const timeZone = useTimeZone();
  const inUse = useFilters(timeZone);
  const { filters, go, isPending } = inUse;
  const title = useTitleOf(filters);
  const facets = useFacets(filters, timeZone);
  const list = useRows(inUse);
  const [notUnderstood, setNotUnderstood] = useState<readonly string[]>([]);
  usePaste();
  useAtHand(selectionBar); // keys that act on all that is picked are its own
  const { onPaper, print } = usePrinting(list.rows, inUse.query, beginsWithNew(filters));
  const selecting = useSelection(list.rows, inUse.query, beginsWithNew(filters));
  const more = useMoreCommands(
    useMemo(() => queryOf(filters, timeZone), [filters, timeZone]),
    selecting.start,
    print,
  );
  const total = list.known && list.rows.total;
  useEffect(() => {
    if (total !== undefined) announce(t.found(total));
  }, [t, total, filters]);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 232px' }, maxWidth: 1320, mx: 'auto' }}>
      <Box sx={{ minWidth: 0, px: { xs: 0, sm: 2, md: 3 }, py: { xs: 1.5, md: 3 } }}>
        <Box sx={{ px: { xs: 2, sm: 0 }, display: 'grid', gap: 1.5 }}>
          <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1.5 }}>
            <Typography variant="h1">{title}</Typography>
            <Typography color="text.secondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {total !== undefined && t.found(total)}
            </Typography>
          </Box>
          <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', gap: 0.5 }}>
            <SearchBox filters={filters} isPending={isPending} go={go} onNotUnderstood={setNotUnderstood} />
            <SavedButton filters={filters} />
          </Box>
          <Words
            inUse={inUse}
            notUnderstood={notUnderstood}
            corrections={list.known?.corrections ?? []}
            missing={notFound(filters, facets)}
          />
          <Tools inUse={inUse} facets={facets} total={total} more={more} />
        </Box>
        <Result inUse={inUse} list={list} selecting={selecting} onPaper={onPaper} />
      </Box>
      <Box
        component="aside"
        aria-label={t.filters}
        sx={{ display: { xs: 'none', lg: 'block' }, pt: 3, pr: 2, '@media print': { display: 'none' } }}
      >
        <Box sx={{ position: 'sticky', top: 24, maxHeight: 'calc(100dvh - 48px)', overflowY: 'auto' }}>
          <Facets facets={facets} filters={filters} go={go} />
        </Box>
      </Box>
    </Box>
  );
}

interface ToolsProps {
  inUse: FiltersInUse;
  facets: ReturnType<typeof useFacets>;
  total: number | undefined;
  more: readonly Command[];
}

/** The filters that hold, which belong on paper as well; and what changes the list, which does not. */
function Tools({ inUse: { filters, go }, facets, total, more }: ToolsProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 36, flexWrap: 'wrap' }}>
      <Box sx={{ flex: { xs: '1 1 100%', sm: '1 1 0' }, minWidth: 0, '&:empty': { flexBasis: 0 } }}>
        <Suspense>{countOf(filters) > 0 && <HeldFilters filters={filters} go={go} />}</Suspense>
      </Box>
      <Box sx={{ display: 'contents', '@media print': { display: 'none' } }}>
        <FilterDrawer filters={filters} facets={facets} go={go} total={total} />
        <SortChoice filters={filters} go={go} />
        <ListMenu commands={more} />
      </Box>
    </Box>
  );
}

function Result({
  inUse,
  list,
  selecting,
  onPaper,
}: {
  inUse: FiltersInUse;
  list: ReturnType<typeof useRows>;
  selecting: Selecting;
  onPaper?: KnownRows;
}) {
  const { filters, go, isPending } = inUse;
  const { rows, known, failure, again, onSeen } = list;
  const view = useListView();
  const shown = { rows, isOfCompany: filters.scope === 'tenant', isBusy: isPending, selecting, onPaper, onSeen };
  if (failure && !known)
    return (
      <Box sx={{ p: 2 }}>
        <FailureNotice failure={failure} onAgain={again} />
      </Box>
    );
  if (!known) return <ListWaiting />;
  if (rows.total === 0)
    return (
      <Suspense>
        <Empty filters={filters} go={go} />
      </Suspense>
    );
  return (
    <>
      {failure && (
        <Box sx={{ p: 2 }}>
          <FailureNotice failure={failure} onAgain={again} />
        </Box>
      )}
      {onPaper && <PartOnPaper rows={onPaper} />}
      {view === 'cards' ? (
        <Suspense fallback={<ListWaiting />}>
          <PocCards {...shown} />
        </Suspense>
      ) : (
        <PocList {...shown} />
      )}
      <Suspense>{selecting.wasUsed && <SelectionBar selecting={selecting} />}</Suspense>
    </>
  );
}

/** Said on paper alone, where not all is on it. */
function PartOnPaper({ rows }: { rows: KnownRows }) {
  const t = usePocsTexts();
  const { length } = placesIn(rows);
  if (length === rows.total) return null;
  return (
    <Box sx={{ display: 'none', '@media print': { display: 'block', py: 1 } }}>{t.partPrinted(length, rows.total, keysShown('Mod+P'))}</Box>
  );
}

/** What was left out, and what was read as something else. */
function Words({
  inUse,
  notUnderstood,
  corrections,
  missing,
}: {
  inUse: FiltersInUse;
  notUnderstood: readonly string[];
  corrections: readonly { typed: string; words: string[] }[];
  missing: readonly string[];
}) {
  const t = usePocsTexts();
  const words = [
    ...(notUnderstood.length > 0 ? [t.notUnderstood(notUnderstood.join(', '))] : []),
    ...(inUse.leftOut.length > 0 ? [t.leftOut(inUse.leftOut.join(', '))] : []),
    ...(missing.length > 0 ? [t.notFound(missing.join(', '))] : []),
    ...corrections.map(({ typed, words: read }) => t.corrected(typed, read.join(', '))),
  ];
  return (
    <Box role="status" sx={{ fontSize: '0.8125rem', color: 'text.secondary', '&:empty': { display: 'none' } }}>
      {words.map((word) => (
        <div key={word}>{word}</div>
      ))}
    </Box>
  );
}
