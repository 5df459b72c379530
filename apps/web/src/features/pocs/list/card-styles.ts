import { styled } from '@mui/material/styles';
import type { Theme } from '@mui/material/styles';

/** In pixels: cards are at least so wide, and all of one height. */
export const CARD = { least: 272, height: 172, gap: 14 } as const;

const frame = ({ palette }: Theme['vars']) =>
  ({
    listStyle: 'none',
    margin: '12px 0 0',
    padding: 0,
    position: 'relative',
    '& > li': { position: 'absolute', height: CARD.height },
    '& .card': {
      position: 'relative',
      height: '100%',
      padding: '12px 14px',
      display: 'flex',
      flexDirection: 'column',
      gap: 6,
      border: `1px solid ${palette.divider}`,
      borderRadius: 14,
      background: palette.background.paper,
    },
    '& .card:hover': { borderColor: `color-mix(in srgb, ${palette.primary.main} 45%, ${palette.divider})` },
    '& .card:has(.name:focus-visible)': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
    '& [data-pending]': { opacity: 0.72 },
  }) as const;

const words = ({ palette }: Theme['vars']) =>
  ({
    '& h2': { margin: 0, fontSize: '0.9375rem', fontWeight: 600, display: 'flex', alignItems: 'center', gap: 6, minHeight: 28 },
    '& .name': { color: 'inherit', textDecoration: 'none', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& .name:focus-visible': { outline: 'none' },
    '& .name::after': { content: '""', position: 'absolute', inset: 0, borderRadius: 14 }, // all of the card leads there
    '& .private': { display: 'inline-flex', color: palette.text.secondary },
    '& .star': {
      position: 'relative',
      marginRight: -6,
      padding: 6,
      border: 0,
      background: 'none',
      color: palette.text.secondary,
      cursor: 'pointer',
      display: 'grid',
      borderRadius: 8,
    },
    '& .star[aria-pressed=true]': { color: '#c58a00' },
    '& .description': {
      margin: 0,
      flex: 1,
      color: palette.text.secondary,
      fontSize: '0.8125rem',
      lineHeight: 1.45,
      overflow: 'hidden',
      overflowWrap: 'anywhere',
      display: '-webkit-box',
      WebkitLineClamp: 3,
      WebkitBoxOrient: 'vertical',
    },
  }) as const;

const picks = ({ palette }: Theme['vars']) =>
  ({
    '& .pick': { position: 'relative', marginLeft: 'auto', padding: 6, display: 'grid', cursor: 'pointer', opacity: 0 },
    '& .pick input': { width: 18, height: 18, margin: 0, accentColor: palette.primary.main, cursor: 'pointer' },
    '& .card:hover .pick, & .card:focus-within .pick, &[data-picking] .pick': { opacity: 1 },
    '& .card[data-picked]': {
      borderColor: palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${palette.primary.main}`,
      background: `color-mix(in srgb, ${palette.primary.main} 8%, ${palette.background.paper})`,
    },
    '@media (hover: none)': { '&:not([data-picking]) .pick': { opacity: 0, pointerEvents: 'none' } },
    '@media print': { '& .pick': { display: 'none' }, '& .star': { marginLeft: 'auto' } },
  }) as const;

const facts = ({ palette }: Theme['vars']) =>
  ({
    '& .tags': { listStyle: 'none', margin: 0, padding: 0, display: 'flex', gap: 6, overflow: 'hidden' },
    '& .tags li': {
      padding: '1px 8px',
      borderRadius: 6,
      fontSize: '0.75rem',
      whiteSpace: 'nowrap',
      color: palette.text.secondary,
      background: `color-mix(in srgb, ${palette.text.primary} 7%, transparent)`,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
    '& .facts': { margin: 0, display: 'flex', alignItems: 'center', gap: 6, fontSize: '0.75rem', color: palette.text.secondary },
    '& .facts span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& .facts time': { marginLeft: 'auto', whiteSpace: 'nowrap' },
    '& .colour': { width: 9, height: 9, borderRadius: 5, flex: 'none', boxShadow: 'inset 0 0 0 1px #8885' },
  }) as const;

const ON_PAPER = {
  height: 'auto !important',
  '& > li': { position: 'static', width: 'auto !important', breakInside: 'avoid', marginBottom: 8 },
} as const;

export const Cards = styled('ul')(({ theme }) => ({
  ...frame(theme.vars),
  ...words(theme.vars),
  ...facts(theme.vars),
  ...picks(theme.vars),
  [theme.breakpoints.down('sm')]: { margin: '12px 16px 0' },
  '@media print': ON_PAPER,
}));
