/** What the POCs are made with, the most frequent first. */
import Box from '@mui/material/Box';
import { useMemo } from 'react';
import type { Count, PocStats } from '@/generated/catalog';
import { colourOf } from '../model/colours';
import type { Filters } from '../model/filters';
import { Bars } from './bars';
import { ChartCard } from './chart-card';
import type { LinkTo } from './link-to';
import { Pairs } from './pairs';
import { useStatsTexts } from './stats-texts';

const SHOWN = 8;
const COLUMN = { display: 'grid', gap: 2, minWidth: 0 }; // a short card leaves no hole beside a long one

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
    <Box
      sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}
    >
      <Box sx={COLUMN}>
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
      </Box>
      <Box sx={COLUMN}>
        <Ranking {...shared} title={t.byTag} column={t.tag} counts={stats.byTag} leftOut={stats.tagsLeftOut} filtersOf={ofTag} />
        <Pairs {...shared} pairs={stats.byTagPair} />
      </Box>
    </Box>
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
