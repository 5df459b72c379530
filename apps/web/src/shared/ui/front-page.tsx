/** A page for who is not signed in: one card, one thing to do. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Mark } from './mark';

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Mr Bill`;
  }, [title]);
}

export function FrontPage({ title, intro, children, below }: { title: string; intro?: ReactNode; children: ReactNode; below?: ReactNode }) {
  useTitle(title);
  return (
    <Box sx={{ minHeight: '100dvh', display: 'flex', flexDirection: 'column', alignItems: 'center', px: 2, pb: 4 }}>
      <Box component="header" sx={{ pt: { xs: 4, sm: '12vh' }, pb: 3 }}>
        <Mark size={32} />
      </Box>
      <Box component="main" sx={{ width: '100%', maxWidth: 420 }}>
        <Box
          sx={{
            p: { xs: 2.5, sm: 4 },
            bgcolor: 'background.paper',
            borderRadius: 3,
            border: 1,
            borderColor: 'divider',
            display: 'flex',
            flexDirection: 'column',
            gap: 2.5,
          }}
        >
          <Box>
            <Typography variant="h1" sx={{ textWrap: 'balance' }}>
              {title}
            </Typography>
            {intro && (
              <Typography color="text.secondary" sx={{ mt: 1 }}>
                {intro}
              </Typography>
            )}
          </Box>
          {children}
        </Box>
        {below && <Box sx={{ mt: 2.5, textAlign: 'center', color: 'text.secondary', fontSize: '0.875rem' }}>{below}</Box>}
      </Box>
    </Box>
  );
}
