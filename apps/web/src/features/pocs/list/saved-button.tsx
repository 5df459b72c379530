/** The searches that one keeps, where one searches; and the way to keep this one. */
import IconButton from '@mui/material/IconButton';
import { Suspense, lazy, useMemo, useState } from 'react';
import { useCommands } from '@/shared/lib/commands';
import { Icon } from '@/shared/ui/icon';
import type { Filters } from '../model/filters';
import { usePocsTexts } from '../texts/use-pocs-texts';

const Items = lazy(async () => ({ default: (await import('../searches/saved-menu-items')).SavedMenuItems }));
const SaveDialog = lazy(async () => ({ default: (await import('../searches/save-dialog')).SaveDialog }));

export function SavedButton({ filters }: { filters: Filters }) {
  const t = usePocsTexts();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [isSaving, setSaving] = useState(false);
  const commands = useMemo(
    () => [{ id: 'searches.save', name: t.saveSearch, section: t.list, keys: 's', perform: () => setSaving(true) }],
    [t],
  );
  useCommands(commands);
  return (
    <>
      <IconButton
        aria-label={t.savedSearches}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Icon name="bookmark" />
      </IconButton>
      <Suspense>{anchor && <Items anchor={anchor} onSave={() => setSaving(true)} onClose={() => setAnchor(undefined)} />}</Suspense>
      <Suspense>{isSaving && <SaveDialog filters={filters} onClose={() => setSaving(false)} />}</Suspense>
    </>
  );
}
