/** One of a few, each on a card of its own with a picture or a word about it: radio buttons, with the keys that radio buttons have. */
import Box from '@mui/material/Box';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';

interface Card<Value extends string> {
  value: Value;
  name: string;
  hint?: string;
  /** Given whether it is the one chosen, or pointed at. */
  picture?: (isLive: boolean) => ReactNode;
}

interface Props<Value extends string> {
  says: string;
  value: Value;
  cards: readonly Card<Value>[];
  /** The least width of a card. */
  width?: number;
  onChange: (value: Value) => void;
}

const CARD = {
  position: 'relative',
  display: 'grid',
  alignContent: 'start',
  gap: 0.25,
  p: 1.25,
  border: 1,
  borderColor: 'divider',
  borderRadius: 2,
  bgcolor: 'background.paper',
  cursor: 'pointer',
  fontSize: '0.875rem',
  fontWeight: 600,
  minWidth: 0,
  '& small': { fontSize: '0.8125rem', fontWeight: 400, color: 'text.secondary' },
  '&:hover': { borderColor: 'text.secondary' },
  '&:has(:checked)': { borderColor: 'primary.main', boxShadow: '0 0 0 1px var(--mui-palette-primary-main)' },
  '&:has(:focus-visible)': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 3 },
  '& input': { position: 'absolute', inset: 0, m: 0, opacity: 0, cursor: 'pointer' },
  '@media (forced-colors: active)': { '&:has(:checked)': { outline: '3px solid Highlight' } },
} as const;

export function Legend({ children }: { children: ReactNode }) {
  return (
    <Box component="legend" sx={{ p: 0, fontSize: '0.8125rem', fontWeight: 600, mb: 0.75 }}>
      {children}
    </Box>
  );
}

export function Cards<Value extends string>({ says, value, cards, width = 130, onChange }: Props<Value>) {
  const id = useId();
  const [pointed, setPointed] = useState<Value>();
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Legend>{says}</Legend>
      <Box sx={{ display: 'grid', gridTemplateColumns: `repeat(auto-fill, minmax(min(${width}px, 100%), 1fr))`, gap: 1.25 }}>
        {cards.map((card) => (
          <Box
            component="label"
            key={card.value}
            sx={CARD}
            onPointerEnter={() => setPointed(card.value)}
            onPointerLeave={() => setPointed(undefined)}
          >
            <input type="radio" name={id} value={card.value} checked={card.value === value} onChange={() => onChange(card.value)} />
            {card.picture?.(card.value === (pointed ?? value))}
            <span>{card.name}</span>
            {card.hint && <small>{card.hint}</small>}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
