/** What an address says is not here: it was deleted, is another person's, or it is somewhere else, which app/ knows. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';

const ElsewhereContext = createContext<ReactNode>(null);

/** Where else it may be: shown wherever something is missing. */
export const Elsewhere = ElsewhereContext.Provider;

export function Missing({ title, intro }: { title: string; intro: string }) {
  const elsewhere = useContext(ElsewhereContext);
  return (
    <Box sx={{ py: 6, display: 'grid', justifyItems: 'center', gap: 1, textAlign: 'center' }}>
      <Typography variant="h1">{title}</Typography>
      <Typography color="text.secondary">{intro}</Typography>
      {elsewhere}
    </Box>
  );
}
