/** One of a few that all fit side by side: radio buttons, with the keys that radio buttons have. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';

interface Props<Value extends string> {
  says: string;
  hint?: string;
  value: Value;
  options: readonly { value: Value; name: string; lang?: string }[];
  onChange: (value: Value) => void;
}

const OPTION = {
  position: 'relative',
  flex: '1 1 auto',
  textAlign: 'center',
  px: 2,
  py: 0.875,
  borderRadius: 1,
  cursor: 'pointer',
  fontSize: '0.875rem',
  fontWeight: 500,
  color: 'text.secondary',
  '&:hover': { color: 'text.primary' },
  '&:has(:checked)': {
    color: 'text.primary',
    fontWeight: 600,
    bgcolor: 'background.paper',
    boxShadow: '0 0 0 1px var(--mui-palette-divider), 0 1px 3px #0002',
  },
  '&:has(:focus-visible)': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 },
  '& input': { position: 'absolute', inset: 0, m: 0, opacity: 0, cursor: 'pointer' },
  '@media (forced-colors: active)': { '&:has(:checked)': { outline: '2px solid Highlight' } },
} as const;

export function Segments<Value extends string>({ says, hint, value, options, onChange }: Props<Value>) {
  const id = useId();
  return (
    <Box component="fieldset" aria-describedby={hint ? `${id}-hint` : undefined} sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, fontSize: '0.8125rem', fontWeight: 600, mb: 0.75 }}>
        {says}
      </Box>
      <Box
        sx={{
          display: 'inline-flex',
          flexWrap: 'wrap',
          gap: 0.5,
          p: 0.5,
          borderRadius: 1.5,
          bgcolor: 'color-mix(in srgb, var(--mui-palette-text-primary) 7%, transparent)',
          maxWidth: '100%',
        }}
      >
        {options.map((option) => (
          <Box component="label" key={option.value} lang={option.lang} sx={OPTION}>
            <input type="radio" name={id} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.name}
          </Box>
        ))}
      </Box>
      {hint && (
        <Typography id={`${id}-hint`} variant="body2" color="text.secondary" sx={{ mt: 0.75 }}>
          {hint}
        </Typography>
      )}
    </Box>
  );
}
