/**
 * A value that becomes a field where it stands: a press opens it, Enter saves, Escape takes back. What was typed and could not be saved
 * is offered to be copied.
 */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { textFault } from '@/shared/lib/text-rule';
import type { TextRule } from '@/shared/lib/text-rule';
import { Field } from '@/shared/ui/field';
import { Icon } from '@/shared/ui/icon';
import { usePocsTexts } from '../texts/use-pocs-texts';

export interface EditableProps {
  name: string;
  says: string;
  hint?: string;
  value: string;
  rule: TextRule;
  isNeeded?: boolean;
  isMultiline?: boolean;
  isLocked: boolean;
  /** How it looks while it is read. */
  children: ReactNode;
  startsOpen?: boolean;
  onSave: (value: string) => void;
  options?: string;
}

export function Editable(props: EditableProps) {
  const { says, value, isLocked, children, startsOpen = false, onSave } = props;
  const t = usePocsTexts();
  const [isOpen, setOpen] = useState(startsOpen);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (isLocked) return <Box>{children}</Box>;
  if (isOpen) {
    return (
      <Editor
        {...props}
        onEnd={(written) => {
          setOpen(false);
          if (written !== undefined && written !== value) onSave(written);
        }}
      />
    );
  }
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 0.5,
        borderRadius: 2,
        mx: -1,
        px: 1,
        py: 0.5,
        '&:hover': { bgcolor: 'action.hover' },
      }}
      onDoubleClick={() => setOpen(true)}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      <Button
        ref={opener}
        size="small"
        color="inherit"
        aria-label={t.editField(says)}
        onClick={() => setOpen(true)}
        sx={{ minWidth: 36, px: 0, color: 'text.secondary' }}
      >
        <Icon name="edit" size={16} />
      </Button>
    </Box>
  );
}

function Editor({
  name,
  says,
  hint,
  value,
  rule,
  isNeeded,
  isMultiline,
  options,
  onEnd,
}: EditableProps & { onEnd: (written: string | undefined) => void }) {
  const t = usePocsTexts();
  const [written, setWritten] = useState(value);
  const fault = isNeeded && written.trim() === '' ? 'required' : textFault(written, rule);
  const save = () => (fault ? undefined : onEnd(written));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onEnd(undefined);
    if (event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Field
        name={name}
        says={says}
        hint={hint}
        value={written}
        autoFocus
        fault={fault}
        autoComplete="off"
        {...(isMultiline ? { multiline: true, minRows: 5, maxRows: 24 } : { inputProps: { list: options } })}
        onChange={(event) => setWritten(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="contained" disabled={Boolean(fault)} onClick={save}>
          {t.save}
        </Button>
        <Button color="inherit" onClick={() => onEnd(undefined)}>
          {t.cancel}
        </Button>
      </Box>
    </Box>
  );
}
