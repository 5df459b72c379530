/** The dashboard: how many, when, with what. Every number leads to the POCs that it counts. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import { useCommands } from '@/shared/lib/commands';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { useTitle } from '@/shared/ui/front-page';
import { Icon } from '@/shared/ui/icon';
import { Nothing } from '@/shared/ui/nothing';
import { Activity } from './activity';
import { CARD } from './chart-card';
import { linksWithin } from './link-to';
import { Months } from './months';
import type { Days } from './periods';
import { PeriodChoice } from './period-choice';
import { Rankings } from './rankings';
import { useStatsTexts } from './stats-texts';
import { Totals } from './totals';
import { useChoice, useStats } from './use-stats';
import type { StatsScope } from './use-stats';
import { WeekAgo } from './week-ago';

type Stats = ReturnType<typeof useStats>;

export function StatsPage() {
  const t = useStatsTexts();
  const { scope, chosen, choose } = useChoice();
  const known = useStats(scope, chosen);
  const [areTables, setTables] = useState(false);
  useTitle(t.title);
  useCommands(
    useMemo(
      () => [
        {
          id: 'stats.tables',
          name: areTables ? t.toCharts : t.toTables,
          section: t.section,
          keys: 'v',
          perform: () => setTables(!areTables),
        },
        {
          id: 'stats.scope',
          name: scope === 'mine' ? t.toCompany : t.toMine,
          section: t.section,
          keys: 'w',
          perform: () => choose({ scope: scope === 'mine' ? 'tenant' : 'mine' }),
        },
        { id: 'stats.recent', name: `${t.period}: ${t.recent}`, section: t.section, perform: () => choose({ period: 'recent' }) },
        { id: 'stats.all', name: `${t.period}: ${t.all}`, section: t.section, perform: () => choose({ period: 'all' }) },
      ],
      [t, areTables, scope, choose],
    ),
  );
  return (
    <Box sx={{ maxWidth: 1120, mx: 'auto', px: { xs: 2, md: 3 }, py: { xs: 2, md: 3 }, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
        <Typography variant="h1" sx={{ flex: 1 }}>
          {t.title}
        </Typography>
        <PeriodChoice scope={scope} period={known.period} years={known.years} choose={choose} />
      </Box>
      <Content known={known} scope={scope} areTables={areTables} />
    </Box>
  );
}

function Content({ known, scope, areTables }: { known: Stats; scope: StatsScope; areTables: boolean }) {
  const { stats, days, period, total, failure, again } = known;
  if (failure && !stats) return <FailureNotice failure={failure} onAgain={again} />;
  if (total === 0) return <NoPocs />;
  if (!stats || !days) return <Waiting />;
  const linkTo = linksWithin(scope, period === 'all' ? undefined : days);
  return (
    <>
      {failure && <FailureNotice failure={failure} onAgain={again} />}
      <Totals stats={stats} linkTo={linkTo} />
      <Charts key={String(areTables)} known={{ ...known, stats, days }} scope={scope} areTables={areTables} />
    </>
  );
}

type Counted = Stats & { stats: NonNullable<Stats['stats']>; days: Days };

function Charts({ known, scope, areTables }: { known: Counted; scope: StatsScope; areTables: boolean }) {
  const { stats, days, period } = known;
  const isEver = period === 'all';
  const linkTo = useMemo(() => linksWithin(scope, isEver ? undefined : days), [scope, isEver, days]);
  return (
    <>
      {!isEver && <Activity days={days} byDay={stats.byDay} linkTo={linkTo} isTable={areTables} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 2fr) minmax(0, 1fr)' } }}>
        <Months byMonth={stats.byMonth} isEver={isEver} linkTo={linkTo} isTable={areTables} />
        <WeekAgo scope={scope} />
      </Box>
      <Rankings stats={stats} linkTo={linkTo} isTable={areTables} />
    </>
  );
}

function NoPocs() {
  const t = useStatsTexts();
  return (
    <Nothing icon={<Icon name="chart" size={30} />} title={t.emptyTitle} intro={t.emptyIntro}>
      <Button component={Link} to="/pocs/new" variant="contained" size="large" startIcon={<Icon name="plus" />}>
        {t.add}
      </Button>
    </Nothing>
  );
}

function Waiting() {
  const t = useStatsTexts();
  return (
    <Box role="status" aria-label={t.loading} sx={{ display: 'grid', gap: 2 }}>
      <Skeleton variant="rounded" height={84} />
      <Box sx={{ ...CARD, height: 190 }} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '2fr 1fr' } }}>
        <Skeleton variant="rounded" height={290} />
        <Skeleton variant="rounded" height={290} />
      </Box>
    </Box>
  );
}
