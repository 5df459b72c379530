/** What the POCs are made with, the most frequent first. */
import Box from '@mui/material/Box';
import { useMemo } from 'react';
import type { Count, PocStats, TagPair } from '@/generated/catalog';
import { colourOf } from '../model/colours';
import type { Filters } from '../model/filters';
import { Bars } from './bars';
import { ChartCard } from './chart-card';
import type { LinkTo } from './link-to';
import { useStatsTexts } from './stats-texts';

const SHOWN = 8;

interface Props {
  stats: PocStats;
  linkTo: LinkTo;
  isTable: boolean;
}

const ofLanguage = (language: string): Partial<Filters> => ({ languages: [language] });
const ofFramework = (framework: string): Partial<Filters> => ({ frameworks: [framework] });
const ofTag = (tag: string): Partial<Filters> => ({ tags: [tag] });

export function Rankings({ stats, linkTo, isTable }: Props) {
  const t = useStatsTexts();
  const shared = { linkTo, isTable };
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
      <Ranking
        {...shared}
        title={t.byLanguage}
        column={t.language}
        counts={stats.byLanguage}
        leftOut={stats.languagesLeftOut}
        filtersOf={ofLanguage}
        isColoured
      />
      <Ranking
        {...shared}
        title={t.byFramework}
        column={t.framework}
        counts={stats.byFramework}
        leftOut={stats.frameworksLeftOut}
        filtersOf={ofFramework}
      />
      <Ranking {...shared} title={t.byTag} column={t.tag} counts={stats.byTag} leftOut={stats.tagsLeftOut} filtersOf={ofTag} />
      <Pairs {...shared} pairs={stats.byTagPair} />
    </Box>
  );
}

/** Tags that travel together. */
function Pairs({ pairs, linkTo, isTable }: { pairs: readonly TagPair[]; linkTo: LinkTo; isTable: boolean }) {
  const t = useStatsTexts();
  const rows = useMemo(
    () => pairs.map(({ first, second, count }) => ({ name: `${first} + ${second}`, count, to: linkTo({ tags: [first, second] }) })),
    [pairs, linkTo],
  );
  const bars = useMemo(() => rows.slice(0, SHOWN), [rows]);
  const [most] = rows;
  return (
    <ChartCard title={t.byTagPair} column={t.tags} rows={rows} isTable={isTable}>
      <Bars bars={bars} says={t.chartOf(t.byTagPair, most ? `${most.name}, ${most.count}` : '')} />
    </ChartCard>
  );
}

interface RankingProps {
  title: string;
  column: string;
  counts: readonly Count[];
  leftOut: number;
  filtersOf: (value: string) => Partial<Filters>;
  isColoured?: boolean;
  linkTo: LinkTo;
  isTable: boolean;
}

function Ranking({ title, column, counts, leftOut, filtersOf, isColoured = false, linkTo, isTable }: RankingProps) {
  const t = useStatsTexts();
  const rows = useMemo(
    () =>
      counts.map(({ value, count }) => ({
        name: value,
        count,
        to: linkTo(filtersOf(value)),
        colour: isColoured ? colourOf(value) : undefined,
      })),
    [counts, filtersOf, isColoured, linkTo],
  );
  const bars = useMemo(() => rows.slice(0, SHOWN), [rows]);
  const [first] = rows;
  const hidden = rows.length - bars.length + leftOut;
  return (
    <ChartCard title={title} column={column} rows={rows} leftOut={leftOut} isTable={isTable}>
      <Bars bars={bars} says={t.chartOf(title, first ? `${first.name}, ${first.count}` : '')} />
      {hidden > 0 && (
        <Box component="p" sx={{ m: 0, mt: 0.5, color: 'text.secondary', fontSize: '0.8125rem' }}>
          {t.leftOut(hidden)}
        </Box>
      )}
    </ChartCard>
  );
}
