/** What else can be done with the list: the same commands that the palette has. */
import IconButton from '@mui/material/IconButton';
import { Suspense, lazy, useState } from 'react';
import type { Command } from '@/shared/lib/commands';
import { Icon } from '@/shared/ui/icon';
import { usePocsTexts } from '../texts/use-pocs-texts';

const Items = lazy(async () => ({ default: (await import('./list-menu-items')).ListMenuItems }));

export function ListMenu({ commands }: { commands: readonly Command[] }) {
  const t = usePocsTexts();
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <IconButton
        size="small"
        aria-label={t.more}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon name="more" />
      </IconButton>
      <Suspense>{anchor && <Items commands={commands} anchor={anchor} onClose={() => setAnchor(undefined)} />}</Suspense>
    </>
  );
}
