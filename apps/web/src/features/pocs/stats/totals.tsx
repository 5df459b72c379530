import Box from '@mui/material/Box';
import { Link } from 'react-router-dom';
import type { PocStats } from '@/generated/catalog';
import { useFormats } from '@/shared/lib/texts';
import { CARD } from './chart-card';
import type { LinkTo } from './link-to';
import { useStatsTexts } from './stats-texts';

const NUMBER = { fontSize: { xs: '1.5rem', sm: '1.875rem' }, fontWeight: 680, letterSpacing: '-0.02em', lineHeight: 1.15 } as const;

/** The time in four numbers. */
export function Totals({ stats, linkTo }: { stats: PocStats; linkTo: LinkTo }) {
  const t = useStatsTexts();
  const { number } = useFormats();
  const languages = stats.byLanguage.length + stats.languagesLeftOut;
  const activeDays = stats.byDay.filter(({ count }) => count > 0).length;
  const totals = [
    { count: stats.total, name: t.pocs(stats.total), to: linkTo({}) },
    { count: stats.favorites, name: t.favorites(stats.favorites), to: linkTo({ isFavorite: true }) },
    { count: languages, name: t.languages(languages) },
    { count: activeDays, name: t.activeDays(activeDays) },
  ];
  return (
    <Box component="dl" sx={{ ...CARD, m: 0, display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' } }}>
      {totals.map(({ count, name, to }) => (
        <Box key={name} sx={{ display: 'flex', flexDirection: 'column-reverse', minWidth: 0 }}>
          <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {name}
          </Box>
          <Box component="dd" sx={{ m: 0, fontVariantNumeric: 'tabular-nums', ...NUMBER }}>
            {to && count > 0 ? (
              <Box component={Link} to={to} sx={{ color: 'inherit', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } }}>
                {number(count)}
              </Box>
            ) : (
              number(count)
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
