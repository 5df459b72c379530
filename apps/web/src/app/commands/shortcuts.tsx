/** Every key that does something here and now, by section; and whether single keys do anything at all. */
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useOfferedCommands } from '@/shared/lib/commands';
import type { Command } from '@/shared/lib/commands';
import { keysShown } from '@/shared/lib/keys';
import { chooseSingleKeys, singleKeysChosen } from '@/shared/lib/preferences';
import { Icon } from '@/shared/ui/icon';
import { useUiTexts } from '@/shared/ui/texts';
import { useAppTexts } from '../texts/app-texts';

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useAppTexts();
  const ui = useUiTexts();
  const id = useId();
  const keyed = useOfferedCommands().filter(({ keys }) => keys);
  const sections = [...new Set(keyed.map(({ section }) => section))];
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
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          {sections.map((section) => (
            <Section key={section} name={section} commands={keyed.filter((command) => command.section === section)} />
          ))}
        </Box>
        <SingleKeys />
      </Box>
    </Dialog>
  );
}

function Section({ name, commands }: { name: string; commands: readonly Command[] }) {
  return (
    <section>
      <Typography variant="h2" component="h3" sx={{ mb: 1 }}>
        {name}
      </Typography>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 1, columnGap: 2, fontSize: '0.875rem' }}>
        {commands.map((command) => (
          <Box key={command.id} sx={{ display: 'contents' }}>
            <dt>{command.name}</dt>
            <dd style={{ margin: 0 }}>
              <kbd>{keysShown(command.keys ?? '')}</kbd>
            </dd>
          </Box>
        ))}
      </Box>
    </section>
  );
}

function SingleKeys() {
  const t = useAppTexts();
  const [areOn, setOn] = useState(singleKeysChosen);
  const change = (wanted: boolean) => {
    chooseSingleKeys(wanted);
    setOn(wanted);
  };
  return (
    <Box component="label" sx={{ display: 'flex', alignItems: 'center', gap: 1, borderTop: 1, borderColor: 'divider', pt: 2 }}>
      <Box sx={{ flex: 1 }}>
        <strong>{t.singleKeys}</strong>
        <Typography variant="body2" color="text.secondary">
          {t.singleKeysHint}
        </Typography>
      </Box>
      <Switch checked={areOn} onChange={(_event, wanted) => change(wanted)} />
    </Box>
  );
}
