/** Tags, frameworks: each word a chip. Enter or a comma ends one, Backspace in the empty field takes the last away. */
import Box from '@mui/material/Box';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { withWords } from '../lib/words';
import { ChipButton } from './chip-button';
import { Field } from './field';

export interface WordsFieldProps {
  name: string;
  says: string;
  /** What pressing a word does. */
  saysRemove: (word: string) => string;
  hint?: string;
  fault?: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  autoFocus?: boolean;
  areTags?: boolean;
  /** Words to choose from; others may be typed as well. */
  known?: readonly string[];
}

export function WordsField({ name, value, onChange, saysRemove, areTags = false, known = [], ...field }: WordsFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const take = (text: string) => {
    onChange(withWords(value, text, areTags));
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && typed.trim()) {
      event.preventDefault();
      take(typed);
    } else if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1));
  };
  const proposed = known.filter((word) => !value.includes(word));
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Field
        {...field}
        name={name}
        value={typed}
        autoComplete="off"
        inputProps={proposed.length > 0 ? { list: id } : undefined}
        onChange={(event) => (event.target.value.includes(',') ? take(event.target.value) : setTyped(event.target.value))}
        onKeyDown={onKeyDown}
        onBlur={() => typed.trim() && take(typed)}
      />
      {proposed.length > 0 && (
        <datalist id={id}>
          {proposed.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
      {value.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
          {value.map((word) => (
            <ChipButton key={word} says={saysRemove(word)} onPress={() => onChange(value.filter((each) => each !== word))}>
              {word}
            </ChipButton>
          ))}
        </Box>
      )}
    </Box>
  );
}
