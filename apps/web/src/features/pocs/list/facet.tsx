/** One facet: where several values can hold each is a box to check; where one can it is pressed, and pressed again let go. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useFormats } from '@/shared/lib/texts';
import { Icon } from '@/shared/ui/icon';
import type { FacetValue } from '../model/facet-values';
import { usePocsTexts } from '../texts/use-pocs-texts';

interface FacetProps {
  name: string;
  values: readonly FacetValue[];
  more: number;
  isSeveral?: boolean;
  colourOf?: (value: string) => string;
  isHeld: (value: string) => boolean;
  onPress: (value: string) => void;
}

const FEW = 8;

export function Facet({ name, values, more, isSeveral = false, colourOf, isHeld, onPress }: FacetProps) {
  const t = usePocsTexts();
  const [isWhole, setWhole] = useState(false);
  if (values.length === 0) return null;
  const shown = isWhole ? values : values.filter(({ value }, at) => at < FEW || isHeld(value));
  const hidden = values.length - shown.length + more;
  return (
    <section aria-label={name}>
      <Typography variant="h2" component="h3" sx={{ fontSize: '0.75rem', color: 'text.secondary', mb: 0.5, px: 1 }}>
        {name}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <Value
              value={value}
              count={count}
              isHeld={isHeld(value)}
              isSeveral={isSeveral}
              colour={colourOf?.(value)}
              onPress={() => onPress(value)}
            />
          </li>
        ))}
      </Box>
      {hidden > 0 && (
        <Box
          component="button"
          type="button"
          onClick={() => setWhole(true)}
          disabled={values.length === shown.length}
          sx={{ ...BUTTON, color: 'text.secondary' }}
        >
          {t.leftOutOf(hidden)}
        </Box>
      )}
    </section>
  );
}

const BUTTON = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  width: '100%',
  minHeight: 30,
  px: 1,
  border: 0,
  borderRadius: 1.5,
  bgcolor: 'transparent',
  color: 'inherit',
  font: 'inherit',
  fontSize: '0.8125rem',
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover:not(:disabled)': { bgcolor: 'action.hover' },
  '&:disabled': { cursor: 'default' },
  '@media (pointer: coarse)': { minHeight: 44 },
} as const;

const HELD = {
  color: 'primary.main',
  fontWeight: 650,
  bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 10%, transparent)',
};

interface ValueProps extends FacetValue {
  isHeld: boolean;
  isSeveral: boolean;
  colour?: string;
  onPress: () => void;
}

function Value({ value, count, isHeld, isSeveral, colour, onPress }: ValueProps) {
  const formats = useFormats();
  const says = isSeveral ? { role: 'checkbox', 'aria-checked': isHeld } : { 'aria-pressed': isHeld };
  return (
    <Box component="button" type="button" {...says} onClick={onPress} sx={isHeld ? { ...BUTTON, ...HELD } : BUTTON}>
      {isSeveral && <Check isOn={isHeld} />}
      {colour && <span aria-hidden style={{ width: 8, height: 8, borderRadius: 4, background: colour, flex: 'none' }} />}
      <span style={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{value}</span>
      {count !== undefined && (
        <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums', fontWeight: 400 }}>
          {formats.number(count)}
        </Box>
      )}
    </Box>
  );
}

function Check({ isOn }: { isOn: boolean }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        display: 'grid',
        placeContent: 'center',
        flex: 'none',
        width: 16,
        height: 16,
        borderRadius: '4px',
        border: '1.5px solid',
        borderColor: isOn ? 'primary.main' : 'color-mix(in srgb, var(--mui-palette-text-secondary) 70%, transparent)',
        bgcolor: isOn ? 'primary.main' : 'transparent',
        color: 'primary.contrastText',
      }}
    >
      {isOn && <Icon name="check" size={13} />}
    </Box>
  );
}
