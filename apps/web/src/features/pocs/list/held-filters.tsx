/** The filters that hold, each with a way out. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { NO_FILTERS, countOf } from '../model/filters';
import type { Filters } from '../model/filters';
import { usePocsTexts } from '../texts/use-pocs-texts';
import type { PocsTexts } from '../texts/en';

interface Held {
  name: string;
  without: Filters;
}

function heldOf(filters: Filters, t: PocsTexts): Held[] {
  const { language, framework, tags, after, before } = filters;
  return [
    ...(language ? [{ name: language, without: { ...filters, language: undefined } }] : []),
    ...(framework ? [{ name: framework, without: { ...filters, framework: undefined } }] : []),
    ...tags.map((tag) => ({ name: `#${tag}`, without: { ...filters, tags: tags.filter((each) => each !== tag) } })),
    ...(after ? [{ name: t.from(after), without: { ...filters, after: undefined } }] : []),
    ...(before ? [{ name: t.until(before), without: { ...filters, before: undefined } }] : []),
  ];
}

export function HeldFilters({ filters, go }: { filters: Filters; go: (filters: Filters) => void }) {
  const t = usePocsTexts();
  if (countOf(filters) === 0) return null;
  const all = { ...NO_FILTERS, search: filters.search, scope: filters.scope, isFavorite: filters.isFavorite };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', minWidth: 0 }}>
      {heldOf(filters, t).map(({ name, without }) => (
        <Chip
          key={name}
          size="small"
          label={
            <>
              {name} <span aria-hidden>×</span>
            </>
          }
          component="button"
          clickable
          aria-label={t.removeFilter(name)}
          onClick={() => go(without)}
          sx={{ borderRadius: 1.5, height: 28, maxWidth: 220 }}
        />
      ))}
      <Button size="small" onClick={() => go(all)} sx={{ minHeight: 28, py: 0 }}>
        {t.clearFilters}
      </Button>
    </Box>
  );
}
