/** What the pages of films and reports have in common: a heading with what can be done, and a word where there is nothing. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTitle } from '@/shared/ui/front-page';

interface Props {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  above?: ReactNode;
  width?: number;
  children: ReactNode;
}

export function Frame({ title, intro, actions, above, width = 960, children }: Props) {
  useTitle(title);
  return (
    <Box sx={{ maxWidth: width, mx: 'auto', px: { xs: 2, md: 4 }, py: { xs: 2, md: 4 } }}>
      {above}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap', mb: 2 }}>
        <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
          <Typography variant="h1" tabIndex={-1} sx={{ outline: 'none', overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          {intro && (
            <Typography color="text.secondary" sx={{ mt: 0.5, maxWidth: 620 }}>
              {intro}
            </Typography>
          )}
        </Box>
        {actions && <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>{actions}</Box>}
      </Box>
      {children}
    </Box>
  );
}

export function Nothing({ icon, title, intro, children }: { icon: ReactNode; title: string; intro: string; children?: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', textAlign: 'center', gap: 1, py: { xs: 6, md: 9 } }}>
      <Box
        sx={{
          display: 'grid',
          placeContent: 'center',
          width: 64,
          height: 64,
          borderRadius: 4,
          mb: 1,
          color: 'primary.main',
          bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 12%, transparent)',
        }}
      >
        {icon}
      </Box>
      <Typography variant="h1" component="h2">
        {title}
      </Typography>
      <Typography color="text.secondary" sx={{ maxWidth: 400, mb: 1.5, textWrap: 'balance' }}>
        {intro}
      </Typography>
      {children}
    </Box>
  );
}

/** To be focused after what had the focus has gone. */
export const focusHeading = (): void => document.querySelector<HTMLElement>('main h1')?.focus();
