/** The search that is on screen is kept under a name: a new one, or one that is there already. */
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import type { SavedSearch } from '@/generated/catalog';
import { useTimeZone } from '@/shared/lib/texts';
import { toast } from '@/shared/lib/toasts';
import type { Filters } from '../model/filters';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { NameDialog } from './name-dialog';
import { proposedName, savedQueryOf, wordsOf } from './saved-query';
import { useSearchesTexts } from './searches-texts';
import { useSearchActions } from './use-search-actions';

export function SaveDialog({ filters, onClose }: { filters: Filters; onClose: () => void }) {
  const t = useSearchesTexts();
  const pocs = usePocsTexts();
  const timeZone = useTimeZone();
  const { add, change } = useSearchActions();
  const sent = useRef({ name: '', key: '' }); // the same again has the same key: nobody knows whether it arrived
  const save = async (name: string, other: SavedSearch | undefined) => {
    if (sent.current.name !== name) sent.current = { name, key: crypto.randomUUID() };
    const query = savedQueryOf(filters, timeZone);
    const failure = await (other ? change(other, { query }) : add(name, query, sent.current.key));
    if (!failure) toast({ key: 'searches', kind: 'done', text: other ? t.replaced(other.name) : t.saved(name) });
    return failure;
  };
  return (
    <NameDialog
      title={t.saveTitle}
      initial={proposedName(filters)}
      onTaken={({ name }) => ({ says: t.willReplace(name), action: t.replace })}
      onSubmit={save}
      onClose={onClose}
    >
      <Typography color="text.secondary" sx={{ fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
        {wordsOf(filters, pocs).join(' · ')}
      </Typography>
    </NameDialog>
  );
}
