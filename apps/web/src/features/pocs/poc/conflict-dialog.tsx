/** A change met a POC that is no longer what it was: both versions side by side, and either can be kept. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState } from 'react';
import type { Poc } from '@/generated/catalog';
import { CopyButton } from '@/shared/ui/copy-button';
import { conflicts } from '../model/conflicts';
import type { Conflict } from '../model/conflicts';
import { pocsApi } from '../model/endpoints';
import { usePocsDispatch } from '../model/store';
import { useActions } from '../model/use-actions';
import { usePocsTexts } from '../texts/use-pocs-texts';

interface Open extends Conflict {
  theirs: Poc;
}

const shown = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : value === null || value === undefined ? '—' : String(value);

export function ConflictDialog() {
  const dispatch = usePocsDispatch();
  const [open, setOpen] = useState<Open>();
  useEffect(
    () =>
      conflicts.listen((conflict) => {
        const fresh = pocsApi.endpoints.getPoc.initiate({ pocId: conflict.poc.pocId }, { forceRefetch: true });
        const asked = dispatch(fresh);
        void asked.then(({ data }) => data && setOpen({ ...conflict, theirs: data })).finally(() => asked.unsubscribe());
      }),
    [dispatch],
  );
  return open ? <Choice open={open} onClose={() => setOpen(undefined)} /> : null;
}

function Choice({ open: { patch, theirs }, onClose }: { open: Open; onClose: () => void }) {
  const t = usePocsTexts();
  const id = useId();
  const { edit } = useActions();
  const keepMine = () => {
    onClose();
    void edit(theirs, patch);
  };
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={id} onClose={onClose}>
      <Box sx={{ p: 3, display: 'grid', gap: 2 }}>
        <Typography id={id} variant="h1" component="h2">
          {t.staleTitle}
        </Typography>
        <Typography color="text.secondary">{t.staleIntro(theirs.name)}</Typography>
        {Object.entries(patch).map(([field, mine]) => (
          <Box key={field} sx={{ display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
            <Version title={t.staleYours} text={shown(mine)} canCopy />
            <Version title={t.staleTheirs} text={shown(theirs[field as keyof Poc])} />
          </Box>
        ))}
        <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
          <Button color="inherit" onClick={onClose}>
            {t.keepTheirs}
          </Button>
          <Button variant="contained" onClick={keepMine}>
            {t.keepYours}
          </Button>
        </Box>
      </Box>
    </Dialog>
  );
}

function Version({ title, text, canCopy = false }: { title: string; text: string; canCopy?: boolean }) {
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 1.5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', minHeight: 28 }}>
        <strong>{title}</strong>
        {canCopy && <CopyButton text={text} />}
      </Box>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 240, overflowY: 'auto' }}>{text}</Box>
    </Box>
  );
}
