/** Who is signed in where, and how the page looks and speaks. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Suspense, lazy, useState } from 'react';
import type { Me } from '@/generated/auth';
import { Icon } from '@/shared/ui/icon';
import { useAppTexts } from '../texts/app-texts';

const Items = lazy(async () => ({ default: (await import('./account-menu-items')).AccountMenuItems }));

export function AccountMenu({ me, isSmall = false }: { me: Me | undefined; isSmall?: boolean }) {
  const t = useAppTexts();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const shared = {
    'aria-haspopup': 'menu' as const,
    'aria-expanded': anchor !== undefined,
    onClick: (event: { currentTarget: HTMLElement }) => setAnchor(event.currentTarget),
  };
  return (
    <>
      {isSmall ? (
        <IconButton {...shared} aria-label={t.account}>
          <Icon name="person" />
        </IconButton>
      ) : (
        <Button
          {...shared}
          color="inherit"
          startIcon={<Icon name="person" />}
          sx={{ justifyContent: 'flex-start', textAlign: 'left', fontWeight: 500 }}
        >
          <Box
            sx={{
              minWidth: 0,
              minHeight: 38,
              '& > *': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
            }}
          >
            <span>{me?.fullName ?? t.account}</span>
            <Box component="small" sx={{ color: 'text.secondary' }}>
              {me?.companyName}
            </Box>
          </Box>
        </Button>
      )}
      {anchor && (
        <Suspense>
          <Items me={me} anchor={anchor} onClose={() => setAnchor(undefined)} />
        </Suspense>
      )}
    </>
  );
}
