import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

const COLOURS = { failed: 'error.main', warning: 'warning.main', told: 'divider' } as const;

/** A framed word within a page. What failed is said at once by a screen reader. */
export function Notice({ kind, children, action }: { kind: keyof typeof COLOURS; children: ReactNode; action?: ReactNode }) {
  return (
    <Box
      role={kind === 'failed' ? 'alert' : 'status'}
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 1,
        px: 1.75,
        py: 1,
        border: 1,
        borderColor: COLOURS[kind],
        borderRadius: 2,
        fontSize: '0.875rem',
        lineHeight: 1.5,
        color: kind === 'failed' ? 'error.main' : 'text.primary',
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' }}>{children}</Box>
      {action}
    </Box>
  );
}
