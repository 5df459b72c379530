import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

const Chip = styled('button')(({ theme }) => ({
  font: 'inherit',
  fontSize: '0.8125rem',
  minHeight: 28,
  maxWidth: 240,
  padding: '2px 10px',
  border: 0,
  borderRadius: 6,
  cursor: 'pointer',
  color: theme.vars.palette.text.primary,
  background: `color-mix(in srgb, ${theme.vars.palette.text.primary} 9%, transparent)`,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  '&:hover': { background: `color-mix(in srgb, ${theme.vars.palette.text.primary} 16%, transparent)` },
  '@media (pointer: coarse)': { minHeight: 36 },
}));

/** A word that goes when it is pressed; the name says so. */
export function ChipButton({ says, onPress, children }: { says: string; onPress: () => void; children: ReactNode }) {
  return (
    <Chip type="button" aria-label={says} onClick={onPress}>
      {children} <span aria-hidden>×</span>
    </Chip>
  );
}
