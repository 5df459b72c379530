import { styled } from '@mui/material/styles';

/** A line where words will stand in a moment: what the library's Skeleton shows, without all that the first page need not bring. */
export const Placeholder = styled('span')<{ width: string }>(({ theme, width }) => ({
  display: 'block',
  width,
  maxWidth: '100%',
  height: '1.2em',
  transform: 'scale(1, 0.6)',
  transformOrigin: '0 55%',
  borderRadius: '4px / 6.7px',
  background: `color-mix(in srgb, ${theme.vars.palette.text.primary} 11%, transparent)`,
  animation: 'placeholder 2s ease-in-out 0.5s infinite',
  '@keyframes placeholder': { '50%': { opacity: 0.4 } },
}));
