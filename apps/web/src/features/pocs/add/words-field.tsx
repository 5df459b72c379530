/** Tags, frameworks: each word a chip. Enter or a comma ends one, Backspace in the empty field takes the last away. */
import Box from '@mui/material/Box';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ChipButton } from '@/shared/ui/chip-button';
import { Field } from '@/shared/ui/field';
import { withWords } from '../model/content';
import { usePocsTexts } from '../texts/use-pocs-texts';

interface Props {
  name: 'tags' | 'frameworks';
  says: string;
  hint?: string;
  fault?: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  autoFocus?: boolean;
}

export function WordsField({ name, value, onChange, ...field }: Props) {
  const t = usePocsTexts();
  const [typed, setTyped] = useState('');
  const take = (text: string) => {
    onChange(withWords(value, text, name === 'tags'));
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && typed.trim()) {
      event.preventDefault();
      take(typed);
    } else if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1));
  };
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Field
        {...field}
        name={name}
        value={typed}
        autoComplete="off"
        onChange={(event) => (event.target.value.includes(',') ? take(event.target.value) : setTyped(event.target.value))}
        onKeyDown={onKeyDown}
        onBlur={() => typed.trim() && take(typed)}
      />
      {value.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
          {value.map((word) => (
            <ChipButton key={word} says={t.remove(word)} onPress={() => onChange(value.filter((each) => each !== word))}>
              {word}
            </ChipButton>
          ))}
        </Box>
      )}
    </Box>
  );
}
