/** The filters that hold, each with a way out. Between those of which any will do stands that. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Fragment } from 'react';
import { ChipButton } from '@/shared/ui/chip-button';
import { NO_FILTERS, countOf } from '../model/filters';
import type { Filters } from '../model/filters';
import type { Go } from '../model/use-filters';
import { toggled } from '../model/values';
import { usePocsTexts } from '../texts/use-pocs-texts';
import type { PocsTexts } from '../texts/en';

interface Held {
  key: string;
  name: string;
  /** The one before it would do as well. */
  isOther?: boolean;
  without: (held: Filters) => Filters;
}

const valuesOf = (filters: Filters, name: 'languages' | 'frameworks' | 'tags', isAny: boolean): Held[] =>
  filters[name].map((value, at) => ({
    key: `${name} ${value}`,
    name: name === 'tags' ? `#${value}` : value,
    isOther: isAny && at > 0,
    without: (held) => ({ ...held, [name]: toggled(held[name], value) }),
  }));

function heldOf(filters: Filters, t: PocsTexts): Held[] {
  const { after, before } = filters;
  return [
    ...valuesOf(filters, 'languages', true),
    ...valuesOf(filters, 'frameworks', true),
    ...valuesOf(filters, 'tags', false),
    ...(after ? [{ key: 'after', name: t.from(after), without: (held: Filters) => ({ ...held, after: undefined }) }] : []),
    ...(before ? [{ key: 'before', name: t.until(before), without: (held: Filters) => ({ ...held, before: undefined }) }] : []),
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
      {heldOf(filters, t).map(({ key, name, isOther, without }) => (
        <Fragment key={key}>
          {isOther && (
            <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
              {t.or}
            </Box>
          )}
          <ChipButton says={t.removeFilter(name)} onPress={() => go(without)}>
            {name}
          </ChipButton>
        </Fragment>
      ))}
      <Button size="small" onClick={() => go(none)} sx={{ minHeight: 28, py: 0 }}>
        {t.clearFilters}
      </Button>
    </Box>
  );
}
