/** The searches that a person keeps, beside every page; and on every page among the commands. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { useCommands } from '@/shared/lib/commands';
import { useTimeZone } from '@/shared/lib/texts';
import { listAddress, readFilters } from '../model/filters';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { addressOf } from './saved-address';
import { useSearches } from './use-searches';

const FEW = 7;

const LINK = {
  display: 'block',
  flex: 'none',
  px: 1.25,
  py: 0.5,
  color: 'text.secondary',
  fontWeight: 500,
  textAlign: 'left',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  '&[aria-current]': { color: 'primary.main', fontWeight: 650 },
} as const;

export function SavedLinks() {
  const t = usePocsTexts();
  const navigate = useNavigate();
  const timeZone = useTimeZone();
  const { pathname, search: said } = useLocation();
  const here = pathname === '/pocs' ? listAddress(readFilters(new URLSearchParams(said)).filters) : pathname;
  const { searches } = useSearches();
  const links = useMemo(
    () => searches.map(({ savedSearchId, name, query }) => ({ id: savedSearchId, name, to: addressOf(query, timeZone) })),
    [searches, timeZone],
  );
  const commands = useMemo(
    () => links.map(({ id, name, to }) => ({ id: `searches.open.${id}`, name, section: t.savedSearches, perform: () => navigate(to) })),
    [links, navigate, t],
  );
  useCommands(commands);
  if (links.length === 0) return null;
  return (
    <Box
      component="section"
      aria-label={t.savedSearches}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, overflowY: 'auto' }}
    >
      <Box sx={{ px: 1.25, pb: 0.5, fontSize: '0.75rem', fontWeight: 650, color: 'text.secondary' }}>{t.savedSearches}</Box>
      {links.slice(0, FEW).map(({ id, name, to }) => (
        <Button key={id} component={Link} to={to} color="inherit" aria-current={here === to ? 'page' : undefined} sx={LINK}>
          {name}
        </Button>
      ))}
      <Button
        component={Link}
        to="/searches"
        color="inherit"
        aria-current={here === '/searches' ? 'page' : undefined}
        sx={{ ...LINK, fontSize: '0.8125rem', fontWeight: 400 }}
      >
        {t.allSaved(links.length)}
      </Button>
    </Box>
  );
}
