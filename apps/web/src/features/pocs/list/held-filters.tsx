/** The filters that hold, each with a way out. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ChipButton } from '@/shared/ui/chip-button';
import { NO_FILTERS, countOf } from '../model/filters';
import type { Filters } from '../model/filters';
import type { Go } from '../model/use-filters';
import { usePocsTexts } from '../texts/use-pocs-texts';
import type { PocsTexts } from '../texts/en';

interface Held {
  name: string;
  without: (held: Filters) => Filters;
}

function heldOf(filters: Filters, t: PocsTexts): Held[] {
  const { language, framework, tags, after, before } = filters;
  return [
    ...(language ? [{ name: language, without: (held: Filters) => ({ ...held, language: undefined }) }] : []),
    ...(framework ? [{ name: framework, without: (held: Filters) => ({ ...held, framework: undefined }) }] : []),
    ...tags.map((tag) => ({ name: `#${tag}`, without: (held: Filters) => ({ ...held, tags: held.tags.filter((each) => each !== tag) }) })),
    ...(after ? [{ name: t.from(after), without: (held: Filters) => ({ ...held, after: undefined }) }] : []),
    ...(before ? [{ name: t.until(before), without: (held: Filters) => ({ ...held, before: undefined }) }] : []),
  ];
}

export function HeldFilters({ filters, go }: { filters: Filters; go: Go }) {
  const t = usePocsTexts();
  if (countOf(filters) === 0) return null;
  const none = ({ search, scope, isFavorite, sortBy, sortOrder }: Filters): Filters => ({
    ...NO_FILTERS,
    search,
    scope,
    isFavorite,
    sortBy,
    sortOrder,
  });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center', minWidth: 0 }}>
      {heldOf(filters, t).map(({ name, without }) => (
        <ChipButton key={name} says={t.removeFilter(name)} onPress={() => go(without)}>
          {name}
        </ChipButton>
      ))}
      <Button size="small" onClick={() => go(none)} sx={{ minHeight: 28, py: 0 }}>
        {t.clearFilters}
      </Button>
    </Box>
  );
}
