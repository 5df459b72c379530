/** What the list could be narrowed to, with counts. A value that holds is pressed; pressing it again lets it go. */
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Count, PocFacets } from '@/generated/catalog';
import { useFormats } from '@/shared/lib/texts';
import { colourOf } from '../model/colours';
import type { Filters } from '../model/filters';
import type { Go } from '../model/use-filters';
import { usePocsTexts } from '../texts/use-pocs-texts';

interface Props {
  facets: PocFacets | undefined;
  filters: Filters;
  go: Go;
}

const FEW = 8;

const yearOf = ({ after, before }: Filters): string | undefined =>
  after?.endsWith('-01-01') && before === `${Number(after.slice(0, 4)) + 1}-01-01` ? after.slice(0, 4) : undefined;

const ofYear = (filters: Filters, year: string): Filters =>
  yearOf(filters) === year
    ? { ...filters, after: undefined, before: undefined }
    : { ...filters, after: `${year}-01-01`, before: `${Number(year) + 1}-01-01` };

const alike = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase();

export function Facets({ facets, filters, go }: Props) {
  const t = usePocsTexts();
  if (!facets) return <Waiting />;
  const withTag = (tags: readonly string[], tag: string) => (tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag]);
  const toggled = (held: string | undefined, value: string) => (alike(held, value) ? undefined : value);
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Facet
        name={t.facets.languages}
        values={facets.languages}
        more={facets.languagesLeftOut}
        isColoured
        isHeld={(value) => alike(filters.language, value)}
        onPress={(value) => go((held) => ({ ...held, language: toggled(held.language, value) }))}
      />
      <Facet
        name={t.facets.tags}
        values={facets.tags}
        more={facets.tagsLeftOut}
        isHeld={(value) => filters.tags.includes(value)}
        onPress={(value) => go((held) => ({ ...held, tags: withTag(held.tags, value) }))}
      />
      <Facet
        name={t.facets.frameworks}
        values={facets.frameworks}
        more={facets.frameworksLeftOut}
        isHeld={(value) => alike(filters.framework, value)}
        onPress={(value) => go((held) => ({ ...held, framework: toggled(held.framework, value) }))}
      />
      <Facet
        name={t.facets.years}
        values={facets.years}
        more={facets.yearsLeftOut}
        isHeld={(value) => yearOf(filters) === value}
        onPress={(value) => go((held) => ofYear(held, value))}
      />
    </Box>
  );
}

interface FacetProps {
  name: string;
  values: readonly Count[];
  more: number;
  isColoured?: boolean;
  isHeld: (value: string) => boolean;
  onPress: (value: string) => void;
}

function Facet({ name, values, more, isColoured = false, isHeld, onPress }: FacetProps) {
  const t = usePocsTexts();
  const [isWhole, setWhole] = useState(false);
  if (values.length === 0) return null;
  const shown = isWhole ? values : values.filter(({ value }, at) => at < FEW || isHeld(value));
  const hidden = values.length - shown.length + more;
  return (
    <section aria-label={name}>
      <Typography variant="h2" component="h3" sx={{ fontSize: '0.75rem', color: 'text.secondary', mb: 0.5, px: 1 }}>
        {name}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <Value
              value={value}
              count={count}
              isHeld={isHeld(value)}
              colour={isColoured ? colourOf(value) : undefined}
              onPress={() => onPress(value)}
            />
          </li>
        ))}
      </Box>
      {hidden > 0 && (
        <Box
          component="button"
          type="button"
          onClick={() => setWhole(true)}
          disabled={values.length === shown.length}
          sx={{ ...BUTTON, color: 'text.secondary' }}
        >
          {t.leftOutOf(hidden)}
        </Box>
      )}
    </section>
  );
}

const BUTTON = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  width: '100%',
  minHeight: 30,
  px: 1,
  border: 0,
  borderRadius: 1.5,
  bgcolor: 'transparent',
  color: 'inherit',
  font: 'inherit',
  fontSize: '0.8125rem',
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover:not(:disabled)': { bgcolor: 'action.hover' },
  '&:disabled': { cursor: 'default' },
  '@media (pointer: coarse)': { minHeight: 44 },
} as const;

function Value({
  value,
  count,
  isHeld,
  colour,
  onPress,
}: {
  value: string;
  count: number;
  isHeld: boolean;
  colour?: string;
  onPress: () => void;
}) {
  const formats = useFormats();
  return (
    <Box
      component="button"
      type="button"
      aria-pressed={isHeld}
      onClick={onPress}
      sx={{
        ...BUTTON,
        '&[aria-pressed=true]': {
          color: 'primary.main',
          fontWeight: 650,
          bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 10%, transparent)',
        },
      }}
    >
      {colour && <span aria-hidden style={{ width: 8, height: 8, borderRadius: 4, background: colour, flex: 'none' }} />}
      <span style={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{value}</span>
      <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums', fontWeight: 400 }}>
        {formats.number(count)}
      </Box>
    </Box>
  );
}

function Waiting() {
  return (
    <Box aria-hidden sx={{ display: 'grid', gap: 1, px: 1 }}>
      {[60, 80, 45, 70, 55, 65].map((width) => (
        <Skeleton key={width} width={`${width}%`} />
      ))}
    </Box>
  );
}
