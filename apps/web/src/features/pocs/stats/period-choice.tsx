import Box from '@mui/material/Box';
import type { ChangeEvent, ReactNode } from 'react';
import { readPeriod } from './periods';
import type { Period } from './periods';
import { useStatsTexts } from './stats-texts';
import type { StatsScope, useChoice } from './use-stats';

interface Props {
  scope: StatsScope;
  period: Period | undefined;
  years: readonly number[];
  choose: ReturnType<typeof useChoice>['choose'];
}

/** Whose POCs and which time: the browser's own choices, as they work everywhere. */
export function PeriodChoice({ scope, period, years, choose }: Props) {
  const t = useStatsTexts();
  const listed = typeof period === 'number' && !years.includes(period) ? [period, ...years] : years;
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      <Choice says={t.whose} value={scope} onChoose={(value) => choose({ scope: value === 'tenant' ? 'tenant' : 'mine' })}>
        <option value="mine">{t.scopes.mine}</option>
        <option value="tenant">{t.scopes.tenant}</option>
      </Choice>
      <Choice says={t.period} value={String(period ?? 'recent')} onChoose={(value) => choose({ period: readPeriod(value) })}>
        <option value="recent">{t.recent}</option>
        {listed.map((year) => (
          <option key={year} value={year}>
            {year}
          </option>
        ))}
        <option value="all">{t.all}</option>
      </Choice>
    </Box>
  );
}

const SELECT = {
  font: 'inherit',
  fontSize: '0.875rem',
  fontWeight: 600,
  color: 'text.primary',
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  minHeight: 36,
  px: 1,
  cursor: 'pointer',
  '@media (pointer: coarse)': { minHeight: 44 },
} as const;

function Choice({
  says,
  value,
  onChoose,
  children,
}: {
  says: string;
  value: string;
  onChoose: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <Box
      component="select"
      aria-label={says}
      value={value}
      onChange={(event: ChangeEvent<HTMLSelectElement>) => onChoose(event.target.value)}
      sx={SELECT}
    >
      {children}
    </Box>
  );
}
