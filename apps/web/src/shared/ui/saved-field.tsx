/**
 * A text that is saved where it stands: once it differs, Enter saves and Escape takes back. What is being written is kept as a draft; where
 * somebody else changed it meanwhile, both are shown and either can be kept.
 */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import type { AnyObjectSchema } from 'yup';
import type { Failure } from '../api/failure';
import { faultsIn } from '../lib/faults';
import { useKeptText } from '../lib/use-kept-text';
import { FailureNotice } from './failure-notice';
import { Field } from './field';
import { Notice } from './notice';
import { useUiTexts } from './texts';

interface Props {
  /** As the contract calls it. */
  name: string;
  says: string;
  hint?: string;
  value: string;
  autoComplete?: string;
  id?: string;
  /** Which form its draft is of. */
  draft: string;
  rules: () => Promise<AnyObjectSchema>;
  onSave: (value: string) => Promise<Failure | undefined>;
}

const STALE = 'stale';

function useSaving({ name, value, draft, rules, onSave }: Props) {
  const [written, write] = useKeptText(draft);
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const drop = () => {
    write(undefined);
    setFault(undefined);
    setFailure(undefined);
  };
  const save = async () => {
    const wanted = (written ?? value).trim();
    if (wanted === value) return drop();
    const found = wanted === '' ? 'required' : (await faultsIn(rules, { [name]: wanted }))[name];
    setFault(found);
    if (found) return;
    setBusy(true);
    const failed = await onSave(wanted);
    setBusy(false);
    if (failed) setFailure(failed);
    else drop();
  };
  const type = (text: string) => {
    setFault(undefined);
    write(text);
  };
  return { shown: written ?? value, isChanged: written !== undefined && written !== value, fault, failure, isBusy, save, drop, type };
}

export function SavedField(props: Props) {
  const t = useUiTexts();
  const { shown, isChanged, fault, failure, isBusy, save, drop, type } = useSaving(props);
  const { name, says, hint, value, autoComplete = 'off', id } = props;
  const isStale = failure?.code === STALE;
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
      sx={{ display: 'grid', gap: 1.25 }}
    >
      <Field
        name={name}
        says={says}
        hint={hint}
        value={shown}
        fault={fault}
        autoComplete={autoComplete}
        inputProps={{ 'data-field': id }}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event: KeyboardEvent) => event.key === 'Escape' && !event.nativeEvent.isComposing && drop()}
      />
      {isStale && <Notice kind="warning">{t.staleText(value)}</Notice>}
      {failure && !isStale && <FailureNotice failure={failure} onAgain={() => void save()} />}
      {isChanged && (
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" loading={isBusy}>
            {isStale ? t.keepMine : t.save}
          </Button>
          <Button color="inherit" onClick={drop}>
            {isStale ? t.keepTheirs : t.cancel}
          </Button>
        </Box>
      )}
    </Box>
  );
}
