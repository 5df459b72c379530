import Box from '@mui/material/Box';
import type { Failure } from '@/shared/api/failure';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Mark } from '@/shared/ui/mark';

/** Before it is known who is here: our name, and why it takes so long where it does. */
export function Waiting({ failure, onAgain }: { failure?: Failure; onAgain: () => void }) {
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeContent: 'center', justifyItems: 'center', gap: 3, p: 2 }}>
      <Mark size={32} />
      {failure && <FailureNotice failure={failure} onAgain={onAgain} />}
    </Box>
  );
}
