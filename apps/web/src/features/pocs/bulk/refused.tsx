/** Each that stayed as it was, by its name, and why; what was done can be taken back from here as well. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { CopyButton } from '@/shared/ui/copy-button';
import { useUiTexts } from '@/shared/ui/texts';
import type { Refusals } from '../model/refusals';
import { useBulkTexts } from './bulk-texts';

export function Refused({ refused, done, undo, again, requestId, onClose }: Refusals & { onClose: () => void }) {
  const t = useBulkTexts();
  const ui = useUiTexts();
  const id = useId();
  const closing = (perform: () => void) => () => {
    onClose();
    perform();
  };
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={id} onClose={onClose}>
      <Box sx={{ p: 3, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        <Typography id={id} variant="h1" component="h2">
          {t.refusedTitle(refused.length)}
        </Typography>
        <Box
          component="ul"
          tabIndex={0}
          aria-labelledby={id}
          sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: '50vh', overflowY: 'auto', borderTop: 1, borderColor: 'divider' }}
        >
          {refused.map(({ poc, why }) => (
            <Box component="li" key={poc.pocId} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
              <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{poc.name}</Box>
              <Typography variant="body2" color="text.secondary">
                {why}
              </Typography>
            </Box>
          ))}
        </Box>
        {requestId && (
          <Box sx={{ justifySelf: 'start' }}>
            <CopyButton text={requestId}>{ui.requestId}</CopyButton>
          </Box>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end', gap: 1 }}>
          {done && (
            <Typography variant="body2" color="text.secondary" sx={{ flex: '1 1 auto' }}>
              {done}
            </Typography>
          )}
          {undo && (
            <Button color="inherit" onClick={closing(undo)}>
              {t.undo}
            </Button>
          )}
          {again && (
            <Button variant="outlined" onClick={closing(again)}>
              {t.tryAgain}
            </Button>
          )}
          <Button variant="contained" autoFocus onClick={onClose}>
            {t.close}
          </Button>
        </Box>
      </Box>
    </Dialog>
  );
}
