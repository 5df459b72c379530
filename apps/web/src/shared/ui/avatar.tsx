/** Two letters of a name on a colour that is always the same for it. It says nothing by itself: the name stands beside it. */
import Box from '@mui/material/Box';
import { hueOf, initialsOf } from '../lib/initials';

export function Avatar({ name, size = 36 }: { name: string; size?: number }) {
  return (
    <Box
      aria-hidden
      sx={{
        width: size,
        height: size,
        flex: 'none',
        display: 'grid',
        placeItems: 'center',
        borderRadius: '50%',
        fontSize: size * 0.38,
        fontWeight: 650,
        letterSpacing: '-0.01em',
        color: 'text.primary',
        bgcolor: `color-mix(in oklab, oklch(0.65 0.15 ${hueOf(name)}) 28%, var(--mui-palette-background-paper))`,
        userSelect: 'none',
      }}
    >
      {initialsOf(name)}
    </Box>
  );
}
