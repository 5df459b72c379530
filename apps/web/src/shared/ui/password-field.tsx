import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import { forwardRef, useState } from 'react';
import { Field } from './field';
import type { FieldProps } from './field';
import { useUiTexts } from './texts';

const EYE = 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z';
const PUPIL = 'M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z';

/** It can be shown: who sees what they type mistypes less, and a long sentence is a good password. */
export const PasswordField = forwardRef<HTMLInputElement, FieldProps>(function PasswordField(props, ref) {
  const t = useUiTexts();
  const [isShown, setShown] = useState(false);
  const button = (
    <InputAdornment position="end">
      <IconButton size="small" edge="end" aria-label={t.showPassword} aria-pressed={isShown} onClick={() => setShown(!isShown)}>
        <svg aria-hidden width="18" height="18" viewBox="0 0 24 24">
          <path d={EYE + PUPIL} fill="none" stroke="currentColor" strokeWidth="1.8" />
        </svg>
      </IconButton>
    </InputAdornment>
  );
  return <Field {...props} ref={ref} type={isShown ? 'text' : 'password'} endAdornment={button} />;
});
