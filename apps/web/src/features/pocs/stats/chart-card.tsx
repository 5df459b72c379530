/** A chart with its name, and the same as a table: for who reads numbers better than shapes, or cannot see them. */
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useFormats } from '@/shared/lib/texts';
import { Icon } from '@/shared/ui/icon';
import type { Bar } from './bars';
import { useStatsTexts } from './stats-texts';

export const CARD = {
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 2,
  p: { xs: 2, sm: 2.5 },
  minWidth: 0,
} as const;

interface Props {
  title: string;
  /** What a row of the table is. */
  column: string;
  rows: readonly Pick<Bar, 'name' | 'count' | 'to'>[];
  /** How many more there are than rows. */
  leftOut?: number;
  isTable: boolean;
  /** What is said where there are no rows. */
  none?: string;
  children: ReactNode;
}

export function ChartCard({ title, column, rows, leftOut = 0, isTable: startsAsTable, none, children }: Props) {
  const t = useStatsTexts();
  const id = useId();
  const [isTable, setTable] = useState(startsAsTable);
  return (
    <Box component="section" aria-labelledby={id} sx={CARD}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1, mr: -1, minHeight: 34 }}>
        <Typography id={id} variant="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        {rows.length > 0 && (
          <IconButton
            size="small"
            aria-label={isTable ? t.asChart(title) : t.asTable(title)}
            onClick={() => setTable(!isTable)}
            sx={{ color: 'text.secondary' }}
          >
            <Icon name={isTable ? 'chart' : 'menu'} size={16} />
          </IconButton>
        )}
      </Box>
      {rows.length === 0 && <Typography color="text.secondary">{none ?? t.nothing}</Typography>}
      {rows.length > 0 && (isTable ? <Numbers title={title} column={column} rows={rows} leftOut={leftOut} /> : children)}
    </Box>
  );
}

const TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.875rem',
  '& th': { textAlign: 'left', fontWeight: 600, color: 'text.secondary', fontSize: '0.75rem' },
  '& th, & td': { py: 0.75, px: 0.5, borderBottom: 1, borderColor: 'divider' },
  '& td:last-of-type, & th:last-of-type': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  '& a': { color: 'inherit', overflowWrap: 'anywhere' },
} as const;

function Numbers({ title, column, rows, leftOut }: Pick<Props, 'title' | 'column' | 'rows'> & { leftOut: number }) {
  const t = useStatsTexts();
  const formats = useFormats();
  return (
    <Box sx={{ maxHeight: 320, overflowY: 'auto' }}>
      <Box component="table" aria-label={title} sx={TABLE}>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <th scope="col">{t.pocs(2)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, count, to }) => (
            <tr key={name}>
              <td>
                <Link to={to}>{name}</Link>
              </td>
              <td>{formats.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </Box>
      {leftOut > 0 && (
        <Typography variant="body2" color="text.secondary" sx={{ p: 0.5 }}>
          {t.leftOut(leftOut)}
        </Typography>
      )}
    </Box>
  );
}
