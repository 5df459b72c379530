/** Where one can go: beside the page on a desk, above it on a phone. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Suspense, lazy, memo } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { Me } from '@/generated/auth';
import { commandsNow } from '@/shared/lib/commands';
import { Icon } from '@/shared/ui/icon';
import type { IconName } from '@/shared/ui/icon';
import { Mark } from '@/shared/ui/mark';
import { useAppTexts } from '../texts/app-texts';
import { AccountMenu } from './account-menu';
import { PLACES } from './use-go-commands';

const SavedLinks = lazy(async () => ({ default: (await import('@/features/pocs/searches/saved-links')).SavedLinks }));
const SHOWN = ['mine', 'company', 'favorites', 'dashboard', 'reports', 'videos'] as const;
type Place = (typeof SHOWN)[number];
const ICONS: Record<Place, IconName> = {
  mine: 'box',
  company: 'people',
  favorites: 'star',
  dashboard: 'chart',
  reports: 'document',
  videos: 'film',
};

function usePlace(): Place | undefined {
  const { pathname, search } = useLocation();
  const section = (['dashboard', 'reports', 'videos'] as const).find(
    (place) => pathname === PLACES[place] || pathname.startsWith(`${PLACES[place]}/`),
  );
  if (section) return section;
  if (pathname !== '/pocs') return undefined;
  const parameters = new URLSearchParams(search);
  if (parameters.get('favorite') === 'true') return 'favorites';
  return parameters.get('scope') === 'tenant' ? 'company' : 'mine';
}

const openPalette = () =>
  commandsNow()
    .find(({ id }) => id === 'palette')
    ?.perform();

const Places = ({ isRow = false }: { isRow?: boolean }) => <PlaceLinks isRow={isRow} here={usePlace()} />;

/** Drawn again where one went elsewhere, and not with each letter of a search that the address says. */
const PlaceLinks = memo(function PlaceLinks({ isRow, here }: { isRow: boolean; here: Place | undefined }) {
  const t = useAppTexts();
  return (
    <Box
      component="nav"
      aria-label={t.mainNavigation}
      sx={{ display: 'flex', flexDirection: isRow ? 'row' : 'column', gap: 0.25, overflowX: 'auto' }}
    >
      {SHOWN.map((place) => (
        <Button
          key={place}
          component={Link}
          to={PLACES[place]}
          color="inherit"
          aria-current={here === place ? 'page' : undefined}
          startIcon={<Icon name={ICONS[place]} />}
          sx={{
            justifyContent: isRow ? 'center' : 'flex-start',
            flex: isRow ? '1 0 auto' : undefined,
            fontWeight: 500,
            color: 'text.secondary',
            flexDirection: isRow ? 'column' : undefined,
            px: isRow ? 0.25 : 1.25,
            py: isRow ? 0.5 : undefined,
            fontSize: isRow ? '0.75rem' : undefined,
            lineHeight: isRow ? 1.3 : undefined,
            whiteSpace: 'nowrap',
            minWidth: 0,
            '& .MuiButton-startIcon': { ml: 0, mr: isRow ? 0 : 1 },
            '&[aria-current]': {
              color: 'primary.main',
              fontWeight: 650,
              bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 10%, transparent)',
            },
          }}
        >
          {t[place]}
        </Button>
      ))}
    </Box>
  );
});

export const Sidebar = memo(function Sidebar({ me }: { me: Me | undefined }) {
  const t = useAppTexts();
  return (
    <Box
      component="header"
      sx={{
        display: { xs: 'none', md: 'flex' },
        flexDirection: 'column',
        gap: 2.5,
        p: 2,
        position: 'sticky',
        top: 0,
        height: '100dvh',
        borderRight: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        '@media print': { display: 'none' },
      }}
    >
      <Box component={Link} to={PLACES.mine} sx={{ color: 'inherit', textDecoration: 'none', px: 1, pt: 0.5 }}>
        <Mark />
      </Box>
      <Button component={Link} to={PLACES.add} variant="contained" startIcon={<Icon name="plus" />}>
        {t.add}
      </Button>
      <Places />
      <Suspense>
        <SavedLinks />
      </Suspense>
      <Box sx={{ flex: 1 }} />
      <Button
        color="inherit"
        startIcon={<Icon name="keyboard" />}
        onClick={openPalette}
        sx={{ justifyContent: 'flex-start', color: 'text.secondary', fontWeight: 500 }}
      >
        {t.paletteOpen}
      </Button>
      <AccountMenu me={me} />
    </Box>
  );
});

export const TopBar = memo(function TopBar({ me }: { me: Me | undefined }) {
  const t = useAppTexts();
  return (
    <Box
      component="header"
      sx={{
        display: { xs: 'block', md: 'none' },
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        '@media print': { display: 'none' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, px: 2, py: 1 }}>
        <Box component={Link} to={PLACES.mine} sx={{ color: 'inherit', textDecoration: 'none', flex: 1 }}>
          <Mark size={26} />
        </Box>
        <IconButton aria-label={t.paletteOpen} onClick={openPalette}>
          <Icon name="search" />
        </IconButton>
        <IconButton component={Link} to={PLACES.add} aria-label={t.add} color="primary">
          <Icon name="plus" />
        </IconButton>
        <AccountMenu me={me} isSmall />
      </Box>
      <Box sx={{ px: 1, pb: 0.75 }}>
        <Places isRow />
      </Box>
    </Box>
  );
});
