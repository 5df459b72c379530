/** Asks for the name of a search, and says at once what that name would do. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { limits } from '@/generated/limits';
import type { SavedSearch } from '@/generated/catalog';
import type { Failure } from '@/shared/api/failure';
import { textFault } from '@/shared/lib/text-rule';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Field } from '@/shared/ui/field';
import { useSearchesTexts } from './searches-texts';
import { useSearches } from './use-searches';

const { name: NAME } = limits.SavedSearchContent;

interface Props {
  title: string;
  initial: string;
  /** What the button says, and what is said below the name, where the person keeps another search of that name. */
  onTaken: (other: SavedSearch) => { says: string; action: string } | { fault: string };
  /** Whose name that is does not count as taken. */
  itself?: SavedSearch;
  onSubmit: (name: string, other: SavedSearch | undefined) => Promise<Failure | undefined>;
  onClose: () => void;
  children?: ReactNode;
}

const plain = (name: string): string => name.trim().toLocaleLowerCase();

/** What the name that is typed would do, and the way to do it. */
function useNaming({ initial, onTaken, itself, onSubmit, onClose }: Props) {
  const t = useSearchesTexts();
  const { searches } = useSearches(true);
  const [name, setName] = useState(initial);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const other = searches.find((each) => plain(each.name) === plain(name) && each.savedSearchId !== itself?.savedSearchId);
  const taken = other && onTaken(other);
  const needed = isAsked && name.trim() === '' ? t.nameNeeded : undefined;
  const fault = textFault(name.trim(), NAME) ?? needed ?? (taken && 'fault' in taken ? taken.fault : undefined);
  const said = taken && 'says' in taken ? taken : undefined;
  const submit = async () => {
    setAsked(true);
    if (fault || isBusy || name.trim() === '') return;
    setBusy(true);
    setFailure(undefined);
    const failed = await onSubmit(name.trim(), other);
    setBusy(false);
    if (failed) setFailure(failed);
    else onClose();
  };
  return { name, setName, fault, said, failure, isBusy, submit, searches };
}

export function NameDialog(props: Props) {
  const { title, itself, onClose, children } = props;
  const t = useSearchesTexts();
  const id = useId();
  const { name, setName, fault, said, failure, isBusy, submit, searches } = useNaming(props);
  const onSend = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={id}>
      <Box component="form" noValidate onSubmit={onSend} sx={{ p: 3, display: 'grid', gap: 2 }}>
        <Typography id={id} variant="h1" component="h2" sx={{ fontSize: '1.25rem', overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {children}
        <Field
          name="search-name"
          says={t.name}
          value={name}
          fault={fault}
          autoFocus
          autoComplete="off"
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        {!itself && <Kept searches={searches} onChoose={setName} />}
        <Box role="status" sx={{ color: 'text.secondary', fontSize: '0.875rem', '&:empty': { display: 'none' } }}>
          {said?.says}
        </Box>
        {failure && <FailureNotice failure={failure} />}
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1 }}>
          <Button color="inherit" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" variant="contained" loading={isBusy}>
            {said?.action ?? t.save}
          </Button>
        </Box>
      </Box>
    </Dialog>
  );
}

const FEW = 5;

/** Those that could be replaced: one press instead of a name typed again. */
function Kept({ searches, onChoose }: { searches: readonly SavedSearch[]; onChoose: (name: string) => void }) {
  const t = useSearchesTexts();
  if (searches.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 }}>
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
        {t.orReplace}
      </Box>
      {searches.slice(0, FEW).map(({ savedSearchId, name }) => (
        <Button
          key={savedSearchId}
          type="button"
          size="small"
          variant="outlined"
          color="inherit"
          onClick={() => onChoose(name)}
          sx={{ minHeight: 28, py: 0, maxWidth: 1, display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        >
          {name}
        </Button>
      ))}
    </Box>
  );
}
