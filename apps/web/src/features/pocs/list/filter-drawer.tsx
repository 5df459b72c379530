/** The facets where there is no room beside the list. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Suspense, lazy, useState } from 'react';
import type { PocFacets } from '@/generated/catalog';
import { Icon } from '@/shared/ui/icon';
import { countOf } from '../model/filters';
import type { Filters } from '../model/filters';
import type { Go } from '../model/use-filters';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { Facets } from './facets';

const Drawer = lazy(async () => ({ default: (await import('@mui/material/Drawer')).default }));

interface Props {
  filters: Filters;
  facets: PocFacets | undefined | null;
  total: number | undefined;
  go: Go;
}

export function FilterDrawer({ filters, facets, go, total }: Props) {
  const t = usePocsTexts();
  const [isOpen, setOpen] = useState(false);
  const held = countOf(filters);
  const close = () => setOpen(false);
  return (
    <Box sx={{ display: { lg: 'none' } }}>
      <Button
        color="inherit"
        size="small"
        startIcon={<Icon name="filter" size={16} />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {held > 0 ? t.filtersHeld(held) : t.filters}
      </Button>
      {isOpen && (
        <Suspense>
          <Drawer
            open
            anchor="right"
            onClose={close}
            slotProps={{ paper: { role: 'dialog', 'aria-label': t.filters, sx: { width: 'min(340px, 88vw)', p: 2 } } }}
          >
            <Box sx={{ flex: 1, overflowY: 'auto', pb: 2 }}>
              <Facets facets={facets} filters={filters} go={go} />
            </Box>
            <Button variant="contained" autoFocus onClick={close}>
              {t.showResults(total ?? 0)}
            </Button>
          </Drawer>
        </Suspense>
      )}
    </Box>
  );
}
