import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Command } from '@/shared/lib/commands';
import { usePocsTexts } from '../texts/use-pocs-texts';

interface Props {
  commands: readonly Command[];
  anchor: HTMLElement;
  onClose: () => void;
}

export function ListMenuItems({ commands, anchor, onClose }: Props) {
  const t = usePocsTexts();
  return (
    <Menu open anchorEl={anchor} onClose={onClose} slotProps={{ list: { 'aria-label': t.more, dense: true } }}>
      {commands.map(({ id, name, perform }) => (
        <MenuItem
          key={id}
          onClick={() => {
            onClose();
            perform();
          }}
        >
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
