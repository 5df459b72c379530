/** Why the list is empty, and the one thing that helps. */
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { Icon } from '@/shared/ui/icon';
import { Nothing } from '@/shared/ui/nothing';
import { NO_FILTERS, isNarrowed } from '../model/filters';
import type { Filters } from '../model/filters';
import type { Go } from '../model/use-filters';
import { usePocsTexts } from '../texts/use-pocs-texts';

export function Empty({ filters, go }: { filters: Filters; go: Go }) {
  const t = usePocsTexts();
  const isOnlyFavorites = filters.isFavorite && !isNarrowed({ ...filters, isFavorite: false });
  if (isOnlyFavorites) return <Nothing icon={<Icon name="star" size={30} />} title={t.noneFavoritesTitle} intro={t.noneFavoritesIntro} />;
  if (isNarrowed(filters)) {
    const less = ({ scope, isFavorite }: Filters): Filters => ({ ...NO_FILTERS, scope, isFavorite });
    return (
      <Nothing icon={<Icon name="search" size={30} />} title={t.nothingFoundTitle} intro={t.nothingFoundIntro}>
        <Button variant="outlined" onClick={() => go(less)}>
          {t.clearFilters}
        </Button>
      </Nothing>
    );
  }
  const isOfCompany = filters.scope === 'tenant';
  return (
    <Nothing
      icon={<Icon name={isOfCompany ? 'people' : 'box'} size={30} />}
      title={isOfCompany ? t.noneCompanyTitle : t.noneTitle}
      intro={isOfCompany ? t.noneCompanyIntro : t.noneIntro}
    >
      <Button component={Link} to="/pocs/new" variant="contained" size="large" startIcon={<Icon name="plus" />}>
        {t.add}
      </Button>
    </Nothing>
  );
}
