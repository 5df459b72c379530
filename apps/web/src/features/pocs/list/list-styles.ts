import { styled } from '@mui/material/styles';
import type { Theme } from '@mui/material/styles';

/** By density, on a desk and on a phone. */
export const ROW_HEIGHTS = { comfortable: { desk: 72, phone: 98 }, compact: { desk: 46, phone: 66 } } as const;

const row = ({ palette }: Theme['vars']) =>
  ({
    listStyle: 'none',
    margin: 0,
    padding: 0,
    position: 'relative',
    '& > li': { position: 'absolute', top: 0, left: 0, width: '100%', height: ROW_HEIGHTS.comfortable.desk },
    '& .row': {
      display: 'grid',
      gridTemplateColumns: '10px minmax(0, 1fr) minmax(0, 260px) 150px 40px',
      columnGap: 14,
      alignItems: 'center',
      height: '100%',
      padding: '0 8px 0 16px',
      borderBottom: `1px solid ${palette.divider}`,
      position: 'relative',
    },
    '& .row:hover, & .row:focus-within': { background: `color-mix(in srgb, ${palette.primary.main} 5%, transparent)` },
    '& .colour': { width: 10, height: 10, borderRadius: 5, boxShadow: 'inset 0 0 0 1px #8885' },
  }) as const;

const words = ({ palette }: Theme['vars']) =>
  ({
    '& .words': { minWidth: 0 },
    '& h2': { margin: 0, fontSize: '0.9375rem', fontWeight: 600, display: 'flex', alignItems: 'center', gap: 6 },
    '& .name': {
      color: 'inherit',
      textDecoration: 'none',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      borderRadius: 4,
    },
    '& .name:hover': { textDecoration: 'underline', textUnderlineOffset: 3 },
    '& .name:focus-visible': { outline: 'none' },
    '& .row:has(.name:focus-visible)': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2, borderRadius: 8 },
    '& .private': { display: 'inline-flex', color: palette.text.secondary },
    '& .description': {
      margin: '3px 0 0',
      color: palette.text.secondary,
      fontSize: '0.8125rem',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  }) as const;

const facts = ({ palette }: Theme['vars']) =>
  ({
    '& .tags': { listStyle: 'none', margin: 0, padding: 0, display: 'flex', gap: 6, overflow: 'hidden', justifyContent: 'flex-end' },
    '& .tags li': {
      padding: '2px 8px',
      borderRadius: 6,
      fontSize: '0.75rem',
      whiteSpace: 'nowrap',
      color: palette.text.secondary,
      background: `color-mix(in srgb, ${palette.text.primary} 7%, transparent)`,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
    '& .facts': { margin: 0, fontSize: '0.8125rem', color: palette.text.secondary, textAlign: 'right', display: 'grid', rowGap: 2 },
    '& .facts span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& .facts .author': { display: 'none' },
    '& .star': {
      border: 0,
      background: 'none',
      color: palette.text.secondary,
      cursor: 'pointer',
      padding: 10,
      display: 'grid',
      borderRadius: 8,
      opacity: 0.55,
    },
    '& .star[aria-pressed=true]': { color: '#c58a00', opacity: 1 },
    '& .star:hover, & .row:focus-within .star': { opacity: 1 },
    '& [data-pending] .words': { opacity: 0.72 },
  }) as const;

/** The box takes the place of the colour as soon as one can pick: under the pointer, at the focus, and where something is picked. */
const picks = ({ palette }: Theme['vars']) =>
  ({
    '& .pick': {
      position: 'absolute',
      left: 0,
      top: 0,
      bottom: 0,
      width: 40,
      display: 'grid',
      placeContent: 'center',
      cursor: 'pointer',
      opacity: 0,
    },
    '& .pick input': { width: 18, height: 18, margin: 0, accentColor: palette.primary.main, cursor: 'pointer' },
    '& .row:hover .pick, & .row:focus-within .pick, &[data-picking] .pick': { opacity: 1 },
    '& .row:hover .colour, & .row:focus-within .colour, &[data-picking] .colour': { visibility: 'hidden' },
    '& .row[data-picked]': {
      background: `color-mix(in srgb, ${palette.primary.main} 9%, transparent)`,
      boxShadow: `inset 3px 0 0 ${palette.primary.main}`,
    },
    '@media (hover: none)': {
      '&:not([data-picking]) .pick': { display: 'none' },
      '&:not([data-picking]) .row .colour': { visibility: 'visible' },
    },
    '@media print': { '& .pick': { display: 'none' }, '& .row .colour': { visibility: 'visible !important' } },
  }) as const;

const ON_A_PHONE = {
  '& > li': { height: ROW_HEIGHTS.comfortable.phone },
  '& .row': {
    gridTemplateColumns: '8px minmax(0, 1fr) 44px',
    gridTemplateRows: 'auto auto',
    rowGap: 4,
    alignContent: 'center',
    padding: '0 4px 0 12px',
    columnGap: 10,
  },
  '& .colour': { width: 8, height: 8 },
  '&[data-picking] .row': { paddingLeft: 44, gridTemplateColumns: '0 minmax(0, 1fr) 44px', columnGap: 0 },
  '& .pick': { width: 44 },
  '& .words': { gridColumn: '2', gridRow: 1 },
  '& .star': { gridColumn: '3', gridRow: '1 / span 2', alignSelf: 'center', padding: 13 },
  '& .tags': { display: 'none' },
  '& .facts': { gridColumn: '2', gridRow: 2, display: 'flex', gap: 10, fontSize: '0.75rem', textAlign: 'left' },
} as const;

const COMPACT = {
  '[data-density="compact"] & > li': { height: ROW_HEIGHTS.compact.desk },
  '[data-density="compact"] & .description': { display: 'none' },
  '[data-density="compact"] & .facts': { display: 'flex', justifyContent: 'flex-end', gap: 10 },
  '[data-density="compact"] & .facts time': { minWidth: 84 },
  '[data-density="compact"] & .star': { padding: 7 },
} as const;

const COMPACT_ON_A_PHONE = {
  '[data-density="compact"] & > li': { height: ROW_HEIGHTS.compact.phone },
  '[data-density="compact"] & .row': { rowGap: 1 },
  '[data-density="compact"] & .facts': { justifyContent: 'flex-start' },
  '[data-density="compact"] & .facts time': { minWidth: 0 },
  '[data-density="compact"] & .star': { padding: 13 },
} as const;

const ON_PAPER = {
  height: 'auto !important',
  '& > li': { position: 'static', transform: 'none !important', breakInside: 'avoid' },
  '& .star': { display: 'none' },
} as const;

/** One style sheet for all rows: none is computed while scrolling. */
export const Rows = styled('ul')(({ theme }) => ({
  ...row(theme.vars),
  ...words(theme.vars),
  ...facts(theme.vars),
  ...picks(theme.vars),
  ...COMPACT,
  [theme.breakpoints.down('sm')]: { ...ON_A_PHONE, ...COMPACT_ON_A_PHONE },
  '@media print': ON_PAPER,
}));
