/** One field of a form: its name above, what is wrong or helps below, both told to who cannot see them. */
import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import OutlinedInput from '@mui/material/OutlinedInput';
import type { OutlinedInputProps } from '@mui/material/OutlinedInput';
import { forwardRef, useId } from 'react';
import { saidOf, useUiTexts } from './texts';

export interface FieldProps extends OutlinedInputProps {
  name: string;
  says: string;
  hint?: string;
  fault?: string;
}

export const Field = forwardRef<HTMLInputElement, FieldProps>(function Field({ says, hint, fault, inputProps, ...input }, ref) {
  const id = useId();
  const t = useUiTexts();
  const below = saidOf(fault, t) ?? hint;
  return (
    <FormControl fullWidth error={Boolean(fault)} sx={{ gap: 0.75 }}>
      <FormLabel
        htmlFor={id}
        sx={{ fontSize: '0.8125rem', fontWeight: 600, color: 'text.primary', '&.Mui-focused': { color: 'text.primary' } }}
      >
        {says}
      </FormLabel>
      <OutlinedInput
        {...input}
        id={id}
        inputRef={ref}
        inputProps={{ ...inputProps, 'aria-describedby': below ? `${id}-below` : undefined }}
      />
      {below && (
        <FormHelperText id={`${id}-below`} role={fault ? 'alert' : undefined} sx={{ mx: 0, mt: 0 }}>
          {below}
        </FormHelperText>
      )}
    </FormControl>
  );
});
