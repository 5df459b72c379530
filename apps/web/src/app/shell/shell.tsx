/** The frame around every page of who is signed in. */
import Box from '@mui/material/Box';
import { Suspense, lazy, useMemo } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { RefusalsTold } from '@/features/pocs/bulk/refusals-told';
import { Elsewhere } from '@/shared/ui/missing';
import { useAppTexts } from '../texts/app-texts';
import { Boundary } from './broken';
import { OfflineBar } from './offline-bar';
import { Sidebar, TopBar } from './navigation';
import { useFilesDragged } from './use-files-dragged';
import { useGoCommands } from './use-go-commands';
import { useMe } from './use-me';
import { useSwitchCommands } from './use-switch';

const SIDEBAR = 224;
const DropZone = lazy(async () => ({ default: (await import('@/features/imports/drop-zone')).DropZone }));
const OtherCompanies = lazy(async () => ({ default: (await import('./other-companies')).OtherCompanies }));
const NoCompany = lazy(async () => ({ default: (await import('./no-company')).NoCompany }));

export function Shell() {
  const t = useAppTexts();
  const { me, isWithoutCompany } = useMe();
  useGoCommands();
  const wereFilesDragged = useFilesDragged();
  useSwitchCommands(me);
  const { pathname } = useLocation();
  const elsewhere = useMemo(
    () => (
      <Suspense>
        <OtherCompanies me={me} />
      </Suspense>
    ),
    [me],
  );
  if (isWithoutCompany)
    return (
      <Suspense>
        <NoCompany />
      </Suspense>
    );
  return (
    <Box sx={{ display: { md: 'grid' }, gridTemplateColumns: { md: `${SIDEBAR}px minmax(0, 1fr)` }, minHeight: '100dvh' }}>
      <Box
        component="a"
        href="#content"
        sx={{ position: 'absolute', left: -9999, '&:focus': { left: 12, top: 12, zIndex: 1500, bgcolor: 'background.paper', p: 1.5 } }}
      >
        {t.skipToContent}
      </Box>
      <Sidebar me={me} />
      <TopBar me={me} />
      <Box component="main" id="content" tabIndex={-1} sx={{ minWidth: 0, outline: 'none' }}>
        <OfflineBar />
        <Boundary key={pathname}>
          <Suspense>
            <Elsewhere value={elsewhere}>
              <Outlet />
            </Elsewhere>
          </Suspense>
        </Boundary>
      </Box>
      <RefusalsTold />
      <Suspense>{wereFilesDragged && <DropZone />}</Suspense>
    </Box>
  );
}
