/** Every command by its name: typed, chosen with the arrows, performed with Enter. */
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import { useId, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useOfferedCommands } from '@/shared/lib/commands';
import type { Command } from '@/shared/lib/commands';
import { keysShown } from '@/shared/lib/keys';
import { useAppTexts } from '../texts/app-texts';
import { foundIn } from './found-in';

const isAnother = ({ id }: Command): boolean => id !== 'palette';

export function Palette({ onClose }: { onClose: () => void }) {
  const t = useAppTexts();
  const id = useId();
  const all = useOfferedCommands();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useMemo(() => foundIn(all.filter(isAnother), typed), [all, typed]);
  const perform = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.perform();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((before) => (before + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault(); // or it would press what has the focus once the palette is gone
      perform(found[at]);
    }
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={onClose}
      slotProps={{ paper: { 'aria-label': t.palette }, container: { sx: { alignItems: 'flex-start' } } }}
    >
      <InputBase
        autoFocus
        fullWidth
        value={typed}
        placeholder={t.palette}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        sx={{ px: 2.5, py: 1.5, fontSize: '1.0625rem', borderBottom: 1, borderColor: 'divider' }}
        inputProps={{
          role: 'combobox',
          'aria-label': t.palette,
          'aria-expanded': true,
          'aria-controls': id,
          'aria-autocomplete': 'list',
          'aria-activedescendant': found[at] ? `${id}-${found[at].id}` : undefined,
        }}
      />
      <Found id={id} found={found} at={at} onPerform={perform} />
    </Dialog>
  );
}

function Found({ id, found, at, onPerform }: { id: string; found: readonly Command[]; at: number; onPerform: (command: Command) => void }) {
  const t = useAppTexts();
  return (
    <Box tabIndex={0} sx={{ maxHeight: '50vh', overflowY: 'auto', p: 1, outline: 'none' }}>
      <Box component="ul" role="listbox" id={id} aria-label={t.paletteOpen} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {found.map((command, index) => (
          <Box
            component="li"
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            aria-selected={index === at}
            ref={(row: HTMLElement | null) => index === at && row?.scrollIntoView({ block: 'nearest' })}
            onClick={() => onPerform(command)}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1.5,
              px: 1.5,
              py: 1,
              borderRadius: 1.5,
              cursor: 'pointer',
              '&[aria-selected=true], &:hover': { bgcolor: 'action.hover' },
            }}
          >
            <span style={{ flex: 1 }}>{command.name}</span>
            <Box component="small" sx={{ color: 'text.secondary' }}>
              {command.section}
            </Box>
            {command.keys && <kbd>{keysShown(command.keys)}</kbd>}
          </Box>
        ))}
      </Box>
      <Box role="status" sx={{ px: 1.5, py: found.length ? 0 : 1.5, color: 'text.secondary', fontSize: found.length ? 0 : undefined }}>
        {found.length ? t.paletteFound(found.length) : t.paletteNone}
      </Box>
    </Box>
  );
}
