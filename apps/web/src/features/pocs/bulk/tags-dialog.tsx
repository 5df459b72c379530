/** Which tags are added to, or removed from, all that are picked. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { pocContentRules } from '@/generated/rules';
import { WordsField } from '@/shared/ui/words-field';
import type { Selection } from '../model/selection';
import { useBulkTexts } from './bulk-texts';

interface Props {
  action: 'addTags' | 'removeTags';
  selection: Selection;
  onApply: (tags: readonly string[]) => void;
  onClose: () => void;
}

function faultOf(tags: readonly string[]): string | undefined {
  if (tags.length === 0) return 'required';
  try {
    pocContentRules.validateSyncAt('tags', { tags });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

export function TagsDialog({ action, selection, onApply, onClose }: Props) {
  const t = useBulkTexts();
  const id = useId();
  const [tags, setTags] = useState<string[]>([]);
  const [wasSent, setSent] = useState(false);
  const known = [...new Set([...selection.values()].flatMap((poc) => poc.tags))].sort();
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby={id} onClose={onClose}>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          setSent(true);
          if (!faultOf(tags)) onApply(tags);
        }}
        sx={{ p: 3, display: 'grid', gap: 2 }}
      >
        <Box>
          <Typography id={id} variant="h1" component="h2">
            {t.actions[action]}
          </Typography>
          <Typography color="text.secondary">{t.selected(selection.size)}</Typography>
        </Box>
        <WordsField
          name="tags"
          areTags
          autoFocus
          says={t.tags}
          hint={t.tagsHint}
          saysRemove={t.removeTag}
          known={action === 'removeTags' ? known : []}
          fault={wasSent ? faultOf(tags) : undefined}
          value={tags}
          onChange={setTags}
        />
        <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
          <Button color="inherit" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" variant="contained">
            {t.apply}
          </Button>
        </Box>
      </Box>
    </Dialog>
  );
}
