import { styled } from '@mui/material/styles';
import type { Theme } from '@mui/material/styles';

const button = ({ palette }: Theme['vars']) =>
  ({
    '& button': {
      display: 'flex',
      alignItems: 'center',
      gap: 8,
      width: '100%',
      minHeight: 30,
      padding: '0 8px',
      border: 0,
      borderRadius: 12,
      background: 'transparent',
      color: 'inherit',
      font: 'inherit',
      fontSize: '0.8125rem',
      textAlign: 'left',
      cursor: 'pointer',
    },
    '& button:hover:not(:disabled)': { background: palette.action.hover },
    '& button:disabled': { cursor: 'default' },
    '& button.more': { color: palette.text.secondary },
    '& button:is([aria-checked=true], [aria-pressed=true])': {
      color: palette.primary.main,
      fontWeight: 650,
      background: `color-mix(in srgb, ${palette.primary.main} 10%, transparent)`,
    },
    '@media (pointer: coarse)': { '& button': { minHeight: 44 } },
  }) as const;

const value = ({ palette }: Theme['vars']) =>
  ({
    '& .colour': { width: 8, height: 8, borderRadius: 4, flex: 'none' },
    '& .value': { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& .count': { color: palette.text.secondary, fontVariantNumeric: 'tabular-nums', fontWeight: 400 },
    '& .box': {
      display: 'grid',
      placeContent: 'center',
      flex: 'none',
      width: 16,
      height: 16,
      borderRadius: 4,
      border: `1.5px solid color-mix(in srgb, ${palette.text.secondary} 70%, transparent)`,
      color: palette.primary.contrastText,
    },
    '& [aria-checked=true] .box': { borderColor: palette.primary.main, background: palette.primary.main },
  }) as const;

/** One style sheet for all values: they are drawn anew with each letter that is typed. */
export const FacetPanel = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: 24,
  '& h3': { ...theme.typography.h2, fontSize: '0.75rem', color: theme.vars.palette.text.secondary, margin: '0 0 4px', padding: '0 8px' },
  '& ul': { listStyle: 'none', margin: 0, padding: 0 },
  ...button(theme.vars),
  ...value(theme.vars),
}));
