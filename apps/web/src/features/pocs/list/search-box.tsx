/** Search as you type. Operators become filters once they are whole; Enter makes the last one whole. */
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useCommands } from '@/shared/lib/commands';
import { Icon } from '@/shared/ui/icon';
import { useUiTexts } from '@/shared/ui/texts';
import type { Filters } from '../model/filters';
import { parseTyped, withAsked } from '../model/operators';
import type { FiltersInUse } from '../model/use-filters';
import { usePocsTexts } from '../texts/use-pocs-texts';

interface Props {
  filters: Filters;
  isPending: boolean;
  go: FiltersInUse['go'];
  onNotUnderstood: (words: readonly string[]) => void;
}

function useTyped({ filters, isPending, go, onNotUnderstood }: Props) {
  const [text, setText] = useState(filters.search);
  const asked = useRef(filters.search); // what this box asked for: an address with other words was gone to from elsewhere
  // With the drawing itself: a moment later the next letter may have been typed, and on the way `filters` are of some letters ago.
  useLayoutEffect(() => {
    if (isPending || filters.search === asked.current) return;
    asked.current = filters.search;
    setText(filters.search);
  }, [filters.search, isPending]);
  const type = (typed: string, isDone: boolean) => {
    const { words, asked: operators, notUnderstood } = parseTyped(typed, isDone);
    asked.current = words.trim();
    setText(words);
    onNotUnderstood(notUnderstood);
    go((held) => withAsked(held, operators, words.trim()), { replace: true, isTyping: !isDone });
  };
  return { text, type };
}

const FRAME = {
  position: 'relative',
  display: 'flex',
  alignItems: 'center',
  gap: 1.25,
  px: 1.5,
  border: 1,
  borderColor: 'divider',
  borderRadius: 2,
  bgcolor: 'background.paper',
  color: 'text.secondary',
  '&:focus-within': { borderColor: 'primary.main', boxShadow: '0 0 0 1px var(--mui-palette-primary-main)' },
} as const;

const Words = styled('input')({
  flex: 1,
  minWidth: 0,
  height: 42,
  padding: 0,
  border: 0,
  outline: 'none !important', // the frame shows the focus
  background: 'none',
  color: 'var(--mui-palette-text-primary)',
  font: 'inherit',
  '&::placeholder': { color: 'var(--mui-palette-text-secondary)', opacity: 0.8 },
  '&::-webkit-search-cancel-button': { display: 'none' },
});

export function SearchBox(props: Props) {
  const t = usePocsTexts();
  const ui = useUiTexts();
  const hint = useId();
  const input = useRef<HTMLInputElement>(null);
  const { text, type } = useTyped(props);
  useCommands(
    useMemo(
      () => [{ id: 'pocs.search', name: t.commands.search, section: t.list, keys: '/', perform: () => input.current?.select() }],
      [t],
    ),
  );
  return (
    <Box role="search" sx={FRAME}>
      <Icon name="search" />
      <Words
        ref={input}
        type="search"
        value={text}
        placeholder={t.search}
        onChange={(event) => type(event.target.value, false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) type(text, true);
          if (event.key === 'Escape') type('', true);
        }}
        aria-label={t.search}
        aria-describedby={hint}
        maxLength={200}
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
      />
      <Box
        component="span"
        id={hint}
        sx={{ position: 'absolute', left: 0, width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}
      >
        {t.searchHint}
      </Box>
      {props.isPending && <Busy label={ui.loading} />}
      {text === '' ? (
        <Box component="kbd" aria-hidden sx={{ display: { xs: 'none', md: 'block' } }}>
          /
        </Box>
      ) : (
        <IconButton size="small" aria-label={t.clearSearch} onClick={() => type('', true)}>
          <Icon name="close" size={16} />
        </IconButton>
      )}
    </Box>
  );
}

/** A breath beside the words, and only where it takes longer than a blink: what is known stays on screen. */
function Busy({ label }: { label: string }) {
  return (
    <Box
      role="img"
      aria-label={label}
      sx={{
        width: 8,
        height: 8,
        borderRadius: 4,
        bgcolor: 'primary.main',
        opacity: 0,
        animation: 'breathe 900ms 250ms infinite alternate',
        '@keyframes breathe': { from: { opacity: 0.2 }, to: { opacity: 1 } },
      }}
    />
  );
}
