/** Every key that does something here and now, by section; and whether single keys do anything at all. */
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { Icon } from '@/shared/ui/icon';
import { useUiTexts } from '@/shared/ui/texts';
import { useAppTexts } from '../texts/app-texts';
import { ShortcutList } from './shortcut-list';
import { SingleKeys } from './single-keys';

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useAppTexts();
  const ui = useUiTexts();
  const id = useId();
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <Box sx={{ p: 3, display: 'grid', gap: 3 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
          <Typography id={id} variant="h1" component="h2">
            {t.shortcuts}
          </Typography>
          <IconButton aria-label={ui.close} onClick={onClose}>
            <Icon name="close" />
          </IconButton>
        </Box>
        <ShortcutList />
        <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 2 }}>
          <SingleKeys />
        </Box>
      </Box>
    </Dialog>
  );
}
