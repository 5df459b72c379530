/** One of a few, or of many: the browser's own list, which works with every keyboard and best on a phone. */
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import { useId } from 'react';
import type { ReactNode } from 'react';

interface Option<Value extends string> {
  value: Value;
  name: string;
}

export interface ChoiceFieldProps<Value extends string> {
  name: string;
  says: string;
  hint?: ReactNode;
  value: Value;
  /** In groups, each with its name, or all of them. */
  options: readonly Option<Value>[] | ReadonlyMap<string, readonly Option<Value>[]>;
  isBusy?: boolean;
  /** Its name is for those who cannot see what it stands beside. */
  isBare?: boolean;
  id?: string;
  onChange: (value: Value) => void;
}

const SELECT = {
  appearance: 'none',
  font: 'inherit',
  fontSize: '0.9375rem',
  color: 'text.primary',
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'color-mix(in srgb, var(--mui-palette-text-secondary) 55%, transparent)',
  borderRadius: 1,
  minHeight: 40,
  py: 0.75,
  pl: 1.5,
  pr: 4.5,
  maxWidth: '100%',
  textOverflow: 'ellipsis',
  cursor: 'pointer',
  backgroundImage: 'linear-gradient(45deg, transparent 50%, currentColor 50%), linear-gradient(135deg, currentColor 50%, transparent 50%)',
  backgroundPosition: 'calc(100% - 18px) 55%, calc(100% - 13px) 55%',
  backgroundSize: '5px 5px',
  backgroundRepeat: 'no-repeat',
  '&:hover': { borderColor: 'text.primary' },
  '&[aria-busy=true]': { opacity: 0.7 },
  '& option, & optgroup': { bgcolor: 'background.paper', color: 'text.primary' },
} as const;

export function ChoiceField<Value extends string>({ says, hint, isBare = false, ...choice }: ChoiceFieldProps<Value>) {
  const own = useId();
  const id = choice.id ?? own;
  if (isBare) return <Choice {...choice} id={id} says={says} />;
  return (
    <FormControl fullWidth sx={{ gap: 0.75 }}>
      <FormLabel
        htmlFor={id}
        sx={{ fontSize: '0.8125rem', fontWeight: 600, color: 'text.primary', '&.Mui-focused': { color: 'text.primary' } }}
      >
        {says}
      </FormLabel>
      <Choice {...choice} id={id} describedBy={hint ? `${id}-below` : undefined} />
      {hint && (
        <FormHelperText component="div" id={`${id}-below`} sx={{ mx: 0, mt: 0 }}>
          {hint}
        </FormHelperText>
      )}
    </FormControl>
  );
}

type ChoiceProps<Value extends string> = Omit<ChoiceFieldProps<Value>, 'says'> & { says?: string; describedBy?: string };

function Choice<Value extends string>({ id, name, says, describedBy, value, options, isBusy, onChange }: ChoiceProps<Value>) {
  const listed = (some: readonly Option<Value>[]) =>
    some.map((option) => (
      <option key={option.value} value={option.value}>
        {option.name}
      </option>
    ));
  return (
    <Box
      component="select"
      id={id}
      name={name}
      value={value}
      aria-label={says}
      aria-describedby={describedBy}
      aria-busy={isBusy}
      onChange={(event: { target: { value: string } }) => onChange(event.target.value as Value)}
      sx={SELECT}
    >
      {options instanceof Map
        ? [...(options as ReadonlyMap<string, readonly Option<Value>[]>)].map(([group, some]) => (
            <optgroup key={group} label={group}>
              {listed(some)}
            </optgroup>
          ))
        : listed(options as readonly Option<Value>[])}
    </Box>
  );
}
