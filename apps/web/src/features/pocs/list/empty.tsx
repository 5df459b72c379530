/** Nothing to show: why, and the one thing that helps. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { Icon } from '@/shared/ui/icon';
import type { IconName } from '@/shared/ui/icon';
import { NO_FILTERS, isNarrowed } from '../model/filters';
import type { Filters } from '../model/filters';
import type { Go } from '../model/use-filters';
import { usePocsTexts } from '../texts/use-pocs-texts';

export function Empty({ filters, go }: { filters: Filters; go: Go }) {
  const t = usePocsTexts();
  const isOnlyFavorites = filters.isFavorite && !isNarrowed({ ...filters, isFavorite: false });
  if (isOnlyFavorites) return <EmptyWord icon="star" title={t.noneFavoritesTitle} intro={t.noneFavoritesIntro} />;
  if (isNarrowed(filters)) {
    const less = ({ scope, isFavorite }: Filters): Filters => ({ ...NO_FILTERS, scope, isFavorite });
    return (
      <EmptyWord icon="search" title={t.nothingFoundTitle} intro={t.nothingFoundIntro}>
        <Button variant="outlined" onClick={() => go(less)}>
          {t.clearFilters}
        </Button>
      </EmptyWord>
    );
  }
  const isOfCompany = filters.scope === 'tenant';
  return (
    <EmptyWord
      icon={isOfCompany ? 'people' : 'box'}
      title={isOfCompany ? t.noneCompanyTitle : t.noneTitle}
      intro={isOfCompany ? t.noneCompanyIntro : t.noneIntro}
    >
      <Button component={Link} to="/pocs/new" variant="contained" size="large" startIcon={<Icon name="plus" />}>
        {t.add}
      </Button>
    </EmptyWord>
  );
}

export function EmptyWord({ icon, title, intro, children }: { icon: IconName; title: string; intro: string; children?: React.ReactNode }) {
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', textAlign: 'center', gap: 1, py: { xs: 6, md: 10 }, px: 2 }}>
      <Box
        sx={{
          display: 'grid',
          placeContent: 'center',
          width: 64,
          height: 64,
          borderRadius: 4,
          mb: 1,
          color: 'primary.main',
          bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 12%, transparent)',
        }}
      >
        <Icon name={icon} size={30} />
      </Box>
      <Typography variant="h1" component="h2">
        {title}
      </Typography>
      <Typography color="text.secondary" sx={{ maxWidth: 380, mb: 1.5 }}>
        {intro}
      </Typography>
      {children}
    </Box>
  );
}
