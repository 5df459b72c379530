import Divider from '@mui/material/Divider';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Link } from 'react-router-dom';
import type { Me } from '@/generated/auth';
import { useAppTexts } from '../texts/app-texts';
import { PLACES } from './use-go-commands';
import { useSignOut } from './use-sign-out';
import { othersOf, useSwitch } from './use-switch';

const PAGES = ['companyPage', 'settings', 'help', 'news'] as const;

export function AccountMenuItems({ me, anchor, onClose }: { me: Me | undefined; anchor: HTMLElement; onClose: () => void }) {
  const t = useAppTexts();
  const signOut = useSignOut();
  const switchTo = useSwitch();
  const others = othersOf(me);
  const closing = (action: () => void) => () => {
    onClose();
    action();
  };
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      slotProps={{ list: { 'aria-label': t.account, dense: true }, paper: { sx: { minWidth: 220 } } }}
      sx={{ '@media (pointer: coarse)': { '& .MuiMenuItem-root': { minHeight: 44 } } }}
    >
      {others.length > 0 && <ListSubheader role="presentation">{t.switchTo}</ListSubheader>}
      {others.map((company) => (
        <MenuItem key={company.tenantId} onClick={closing(() => void switchTo(company))}>
          {company.companyName}
        </MenuItem>
      ))}
      {others.length > 0 && <Divider role="presentation" component="li" />}
      {PAGES.map((name) => (
        <MenuItem key={name} component={Link} to={PLACES[name]} onClick={onClose}>
          {{ companyPage: t.goCompanyPage, settings: t.settings, help: t.help, news: t.news }[name]}
        </MenuItem>
      ))}
      <Divider role="presentation" component="li" />
      <MenuItem onClick={closing(() => void signOut())}>{t.signOut}</MenuItem>
    </Menu>
  );
}
