/** Asked before what cannot be undone, and before nothing else. What is safe has the focus. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Failure } from '../api/failure';
import { FailureNotice } from './failure-notice';
import { useUiTexts } from './texts';

interface Props {
  title: string;
  children: ReactNode;
  /** What is done, in its own words. */
  action: string;
  /** What it came to, where it came to nothing; the dialog then stays. */
  onConfirm: () => Promise<Failure | undefined>;
  onClose: () => void;
}

export function ConfirmDialog({ title, children, action, onConfirm, onClose }: Props) {
  const t = useUiTexts();
  const id = useId();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const safe = useRef<HTMLButtonElement>(null);
  const confirm = async () => {
    safe.current?.focus(); // a button at work keeps no focus, and without one Escape reaches nobody
    setBusy(true);
    setFailure(undefined);
    const failed = await onConfirm();
    setBusy(false);
    if (failed) setFailure(failed);
    else onClose();
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      onClose={onClose}
      aria-labelledby={id}
      aria-describedby={`${id}-what`}
      slotProps={{ paper: { role: 'alertdialog' } }}
    >
      <Box sx={{ p: 3, display: 'grid', gap: 2 }}>
        <Typography id={id} variant="h1" component="h2" sx={{ fontSize: '1.25rem', overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        <Typography id={`${id}-what`} component="div" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          {children}
        </Typography>
        {failure && <FailureNotice failure={failure} />}
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          <Button ref={safe} color="inherit" autoFocus onClick={onClose}>
            {t.cancel}
          </Button>
          <Button variant="contained" color="error" loading={isBusy} onClick={() => void confirm()}>
            {action}
          </Button>
        </Box>
      </Box>
    </Dialog>
  );
}
