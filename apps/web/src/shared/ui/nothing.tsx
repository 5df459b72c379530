/** Nothing to show: why, and the one thing that helps. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export function Nothing({ icon, title, intro, children }: { icon: ReactNode; title: string; intro: string; children?: ReactNode }) {
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', textAlign: 'center', gap: 1, py: { xs: 6, md: 10 }, px: 2 }}>
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
