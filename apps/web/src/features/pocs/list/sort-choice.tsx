import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { SORTS } from '../model/filters';
import type { Filters } from '../model/filters';
import type { Go } from '../model/use-filters';
import { usePocsTexts } from '../texts/use-pocs-texts';

const RISING = ['name', 'language']; // what people expect from A to Z

/** The order of the list. The browser's own choice: it works everywhere, and on a phone best. */
export function SortChoice({ filters, go }: { filters: Filters; go: Go }) {
  const t = usePocsTexts();
  const hasWords = filters.search.trim() !== '';
  const sortBy = filters.sortBy ?? (hasWords ? 'relevance' : 'createdAt');
  const isRising = filters.sortOrder === 'asc';
  const choose = (value: string) => {
    const chosen = SORTS.find((each) => each === value);
    go((held) => ({ ...held, sortBy: chosen, sortOrder: chosen && RISING.includes(chosen) ? 'asc' : undefined }));
  };
  return (
    <Box
      component="label"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: 'text.secondary', fontSize: '0.8125rem', whiteSpace: 'nowrap' }}
    >
      <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
        {t.sort}
      </Box>
      <Box
        component="select"
        value={sortBy}
        aria-label={t.sort}
        onChange={(event: React.ChangeEvent<HTMLSelectElement>) => choose(event.target.value)}
        sx={{
          font: 'inherit',
          fontWeight: 600,
          color: 'text.primary',
          bgcolor: 'background.default',
          border: 0,
          py: 0.75,
          borderRadius: 1,
          cursor: 'pointer',
        }}
      >
        {SORTS.filter((each) => each !== 'relevance' || hasWords).map((each) => (
          <option key={each} value={each}>
            {t.sorts[each]}
          </option>
        ))}
      </Box>
      {sortBy !== 'relevance' && (
        <IconButton
          size="small"
          aria-label={isRising ? t.ascending : t.descending}
          onClick={() => go((held) => ({ ...held, sortBy, sortOrder: isRising ? 'desc' : 'asc' }))}
        >
          <svg aria-hidden width="16" height="16" viewBox="0 0 24 24" style={{ transform: isRising ? undefined : 'rotate(180deg)' }}>
            <path d="M12 19V5M6 11l6-6 6 6" fill="none" stroke="currentColor" strokeWidth="2" />
          </svg>
        </IconButton>
      )}
    </Box>
  );
}
