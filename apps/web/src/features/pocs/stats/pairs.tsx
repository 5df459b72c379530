/** Tags that travel together. Both names are the point, so they stand whole; each pair leads to the POCs that have both. */
import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { TagPair } from '@/generated/catalog';
import { useFormats } from '@/shared/lib/texts';
import { ChartCard } from './chart-card';
import type { LinkTo } from './link-to';
import { useStatsTexts } from './stats-texts';

const SHOWN = 8;
const MOST = 50; // what the service names; how many more there are it does not say

const ROW = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  columnGap: 1.5,
  rowGap: 0.5,
  alignItems: 'baseline',
  px: 1,
  mx: -1,
  py: 0.75,
  borderRadius: 1,
  color: 'inherit',
  textDecoration: 'none',
  fontSize: '0.8125rem',
  '&:hover': { bgcolor: 'action.hover' },
  '@media (pointer: coarse)': { minHeight: 44 },
} as const;

interface Props {
  pairs: readonly TagPair[];
  linkTo: LinkTo;
  isTable: boolean;
}

export function Pairs({ pairs, linkTo, isTable }: Props) {
  const t = useStatsTexts();
  const { number } = useFormats();
  const rows = useMemo(
    () => pairs.map((pair) => ({ ...pair, name: `${pair.first} + ${pair.second}`, to: linkTo({ tags: [pair.first, pair.second] }) })),
    [pairs, linkTo],
  );
  const most = rows[0]?.count ?? 1;
  const hidden = rows.length < MOST ? rows.length - SHOWN : 0;
  return (
    <ChartCard title={t.byTagPair} column={t.tags} rows={rows} isTable={isTable} none={t.noPairs}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.slice(0, SHOWN).map(({ name, first, second, count, to }) => (
          <li key={name}>
            <Box component={Link} to={to} sx={ROW}>
              <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
                {first}
                <Box component="span" sx={{ color: 'text.secondary', mx: 0.75 }}>
                  {'+'}
                </Box>
                {second}
              </Box>
              <Box component="span" sx={{ fontWeight: 600, fontSize: '0.75rem', fontVariantNumeric: 'tabular-nums' }}>
                {number(count)}
              </Box>
              <Box aria-hidden component="span" sx={{ gridColumn: '1 / -1', height: 6, borderRadius: 3, bgcolor: 'action.hover' }}>
                <Box
                  component="span"
                  sx={{ display: 'block', height: 1, borderRadius: 3, bgcolor: 'primary.main' }}
                  style={{ width: `${Math.max(2, (count / most) * 100)}%` }}
                />
              </Box>
            </Box>
          </li>
        ))}
      </Box>
      {hidden > 0 && (
        <Box component="p" sx={{ m: 0, mt: 0.5, color: 'text.secondary', fontSize: '0.8125rem' }}>
          {t.leftOut(hidden)}
        </Box>
      )}
    </ChartCard>
  );
}
