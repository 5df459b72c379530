/** A page to read and to set things on: its title, then sections one below the other. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTitle } from './front-page';

/** Where a list wants more room than what one reads. */
export const LIST_PAGE = {
  maxWidth: 860,
  mx: 'auto',
  px: { xs: 2, md: 3 },
  py: { xs: 2, md: 3 },
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 2.5,
} as const;

export function Page({ title, intro, children }: { title: string; intro?: ReactNode; children: ReactNode }) {
  useTitle(title);
  return (
    <Box sx={{ maxWidth: 760, mx: 'auto', px: 2, py: { xs: 2.5, md: 5 }, display: 'grid', gap: 3 }}>
      <Box>
        <Typography variant="h1">{title}</Typography>
        {intro && (
          <Typography color="text.secondary" sx={{ mt: 0.5 }}>
            {intro}
          </Typography>
        )}
      </Box>
      {children}
    </Box>
  );
}

/** One subject of a page, on a surface of its own. */
export function Section({ title, hint, aside, children }: { title: string; hint?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
        p: { xs: 2, sm: 3 },
        display: 'grid',
        gap: 2.5,
        minWidth: 0,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, flexWrap: 'wrap' }}>
        <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
          <Typography id={id} variant="h2" tabIndex={-1} sx={{ outline: 'none' }}>
            {title}
          </Typography>
          {hint && (
            <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
              {hint}
            </Typography>
          )}
        </Box>
        {aside}
      </Box>
      {children}
    </Box>
  );
}
