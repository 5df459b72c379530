/** What the list could be narrowed to, with counts. Of languages, tags and frameworks several can hold; of years one. */
import Box from '@mui/material/Box';
import { memo, useMemo } from 'react';
import type { PocFacets } from '@/generated/catalog';
import { Placeholder } from '@/shared/ui/placeholder';
import { colourOf } from '../model/colours';
import { facetValues } from '../model/facet-values';
import type { Filters } from '../model/filters';
import type { Go } from '../model/use-filters';
import { isAmong, toggled } from '../model/values';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { Facet } from './facet';
import { FacetPanel } from './facet-styles';

interface Props {
  facets: PocFacets | undefined | null;
  filters: Filters;
  go: Go;
}

const yearOf = ({ after, before }: Filters): string | undefined =>
  after?.endsWith('-01-01') && before === `${Number(after.slice(0, 4)) + 1}-01-01` ? after.slice(0, 4) : undefined;

const ofYear = (filters: Filters, year: string): Filters =>
  yearOf(filters) === year
    ? { ...filters, after: undefined, before: undefined }
    : { ...filters, after: `${year}-01-01`, before: `${Number(year) + 1}-01-01` };

const SEVERAL = ['languages', 'tags', 'frameworks'] as const;

export const Facets = memo(function Facets({ facets, filters, go }: Props) {
  const t = usePocsTexts();
  if (facets === null) return null; // the list says why
  if (!facets) return <Waiting />;
  return (
    <FacetPanel>
      {SEVERAL.map((name) => (
        <Several key={name} name={name} facets={facets} filters={filters} go={go} />
      ))}
      <Facet
        name={t.facets.years}
        values={facets.years}
        more={facets.yearsLeftOut}
        isHeld={(value) => yearOf(filters) === value}
        onPress={(value) => go((held) => ofYear(held, value))}
      />
    </FacetPanel>
  );
});

function Several({ name, facets, filters, go }: Props & { name: (typeof SEVERAL)[number]; facets: PocFacets }) {
  const t = usePocsTexts();
  const leftOut = facets[`${name}LeftOut`];
  const values = useMemo(() => facetValues(facets[name], leftOut, filters[name]), [facets, name, leftOut, filters]);
  return (
    <Facet
      name={t.facets[name]}
      values={values}
      more={leftOut}
      isSeveral
      colourOf={name === 'languages' ? colourOf : undefined}
      isHeld={(value) => isAmong(filters[name], value)}
      onPress={(value) => go((held) => ({ ...held, [name]: toggled(held[name], value) }))}
    />
  );
}

function Waiting() {
  return (
    <Box aria-hidden sx={{ display: 'grid', gap: 1, px: 1 }}>
      {[60, 80, 45, 70, 55, 65].map((width) => (
        <Placeholder key={width} width={`${width}%`} />
      ))}
    </Box>
  );
}
