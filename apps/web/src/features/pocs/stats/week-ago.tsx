/** What came to be in this week a year ago: a reason to look again at what one has forgotten. */
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useId, useMemo } from 'react';
import { Link } from 'react-router-dom';
import { asFailure } from '@/shared/api/failure';
import { startOfDay } from '@/shared/lib/days';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { colourOf } from '../model/colours';
import { pocsApi } from '../model/endpoints';
import { CARD } from './chart-card';
import { useDayNames } from './day-names';
import { linksWithin } from './link-to';
import { weekAYearAgo } from './periods';
import { useStatsTexts } from './stats-texts';
import { useToday } from './use-stats';
import type { StatsScope } from './use-stats';

const SHOWN = 5;
const DAY_MS = 24 * 3_600_000;

export function WeekAgo({ scope }: { scope: StatsScope }) {
  const t = useStatsTexts();
  const id = useId();
  const names = useDayNames();
  const { today, timeZone } = useToday();
  const week = useMemo(() => weekAYearAgo(today), [today]);
  const { currentData, error, refetch } = pocsApi.useListPocsQuery({
    scope,
    after: startOfDay(week.from, timeZone),
    before: startOfDay(week.until, timeZone),
    page: 1,
    pageSize: SHOWN,
  });
  const last = new Date(Date.parse(`${week.until}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  const total = currentData?.pagination.totalItems ?? 0;
  return (
    <Box component="section" aria-labelledby={id} sx={CARD}>
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 34 }}>
        <Typography id={id} variant="h2">
          {t.weekAgo}
        </Typography>
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {t.from(names.day(week.from), names.day(last))}
      </Typography>
      {error && !currentData && <FailureNotice failure={asFailure(error)} onAgain={() => void refetch()} />}
      {!error && !currentData && <Skeleton variant="rounded" height={120} />}
      {currentData && total === 0 && <Typography color="text.secondary">{t.weekAgoNone}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.25 }}>
        {currentData?.items.map(({ pocId, name, language }) => (
          <Box component="li" key={pocId} sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 32 }}>
            <span
              aria-hidden
              style={{ width: 8, height: 8, borderRadius: 4, flex: 'none', background: language ? colourOf(language) : 'transparent' }}
            />
            <Box
              component={Link}
              to={`/pocs/${pocId}`}
              sx={{ color: 'inherit', fontWeight: 550, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
            >
              {name}
            </Box>
          </Box>
        ))}
      </Box>
      {total > SHOWN && (
        <Box
          component={Link}
          to={linksWithin(scope, week)({})}
          sx={{ display: 'inline-block', mt: 1, fontSize: '0.875rem', color: 'primary.main' }}
        >
          {t.weekAgoAll(total)}
        </Box>
      )}
    </Box>
  );
}
