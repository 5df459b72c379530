import Box from '@mui/material/Box';

const NAME = 'Mr Bill'; // the same in every language

export function Mark({ size = 28 }: { size?: number }) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.25, fontWeight: 700, fontSize: size * 0.6, letterSpacing: '-0.01em' }}
    >
      <svg aria-hidden width={size} height={size} viewBox="0 0 32 32">
        <rect width="32" height="32" rx="8" fill="#4c3fc4" />
        <path d="M8 23V9h3l5 7 5-7h3v14" fill="none" stroke="#fff" strokeWidth="3" strokeLinejoin="round" />
      </svg>
      {NAME}
    </Box>
  );
}
