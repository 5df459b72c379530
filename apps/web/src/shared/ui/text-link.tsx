/** A link within the app, as it stands in a sentence. */
import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';

export const TextLink = styled(Link)(({ theme }) => ({
  color: theme.vars.palette.primary.main,
  textUnderlineOffset: 3,
  textDecorationColor: `color-mix(in srgb, ${theme.vars.palette.primary.main} 45%, transparent)`,
  '&:hover': { textDecorationColor: 'currentColor' },
}));
