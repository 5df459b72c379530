/** What the pages of films and reports have in common: a heading with what can be done. */
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

/** To be focused after what had the focus has gone. */
export const focusHeading = (): void => document.querySelector<HTMLElement>('main h1')?.focus();
