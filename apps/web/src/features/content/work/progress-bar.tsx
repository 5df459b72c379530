import Box from '@mui/material/Box';
import type { Work } from '../model/works';
import { useContentTexts } from '../texts/content-texts';

/** How far it is. Its beginning is seen at once, or it would look stuck. */
export function ProgressBar({ work }: { work: Pick<Work, 'title' | 'progress'> }) {
  const t = useContentTexts();
  return (
    <Box
      role="progressbar"
      aria-label={t.progress(work.title)}
      aria-valuenow={work.progress}
      aria-valuemin={0}
      aria-valuemax={100}
      sx={{
        height: 6,
        borderRadius: 3,
        overflow: 'hidden',
        bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 18%, transparent)',
        '& > *': {
          height: '100%',
          borderRadius: 3,
          bgcolor: 'primary.main',
          transition: 'width 500ms ease-out',
          '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
        },
      }}
    >
      <Box style={{ width: `${Math.max(3, work.progress)}%` }} />
    </Box>
  );
}
