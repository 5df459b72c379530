/** Where it stands: how far it is, or why it came to nothing. Nothing more is said of what is there. */
import Box from '@mui/material/Box';
import { Icon } from '@/shared/ui/icon';
import { isUnderWay } from '../model/works';
import type { Work } from '../model/works';
import { useContentTexts } from '../texts/content-texts';
import { ProgressBar } from './progress-bar';

export function StateLine({ work }: { work: Work }) {
  const t = useContentTexts();
  if (isUnderWay(work))
    return (
      <Box sx={{ display: 'grid', gap: 0.75, maxWidth: 420 }}>
        <Box
          sx={{
            display: 'flex',
            justifyContent: 'space-between',
            fontSize: '0.8125rem',
            color: 'text.secondary',
            fontVariantNumeric: 'tabular-nums',
          }}
        >
          <span>{t.states[work.state]}</span>
          {work.state === 'making' && <span>{t.percent(work.progress)}</span>}
        </Box>
        <ProgressBar work={work} />
      </Box>
    );
  if (work.state === 'failed')
    return (
      <Box sx={{ display: 'flex', gap: 0.75, color: 'error.main', fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
        <Icon name="warning" size={16} />
        <span>{work.why ?? t.states.failed}</span>
      </Box>
    );
  if (work.state === 'cancelled') return <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{t.states.cancelled}</Box>;
  return null;
}
