import Divider from '@mui/material/Divider';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useNavigate } from 'react-router-dom';
import { useSwitchTenantMutation } from '@/generated/auth';
import type { Me, TenantChoice } from '@/generated/auth';
import { asFailure } from '@/shared/api/failure';
import { useSession } from '@/shared/api/session-context';
import { chooseTheme, themeChosen } from '@/shared/lib/preferences';
import { useLanguage } from '@/shared/lib/texts';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { useSpeaking } from '../spoken';
import { useAppTexts } from '../texts/app-texts';
import { useSignOut } from './use-sign-out';

const LANGUAGES = [
  ['en', 'English'],
  ['pt-BR', 'Português'],
] as const;
const THEMES = ['light', 'dark', 'system'] as const;

function useSwitch(): (company: TenantChoice) => Promise<void> {
  const t = useAppTexts();
  const ui = useUiTexts();
  const session = useSession();
  const navigate = useNavigate();
  const [switchTenant] = useSwitchTenantMutation();
  return async ({ tenantId, companyName }) => {
    const answer = await switchTenant({ switchTenantRequest: { tenantId } });
    if (!answer.data) return toast({ key: 'switch', kind: 'failed', text: detailOf(asFailure(answer.error), ui) });
    navigate('/pocs'); // an address of the other company would show nothing
    session.adopt(answer.data);
    toast({ key: 'switch', text: t.switched(companyName) });
  };
}

export function AccountMenuItems({ me, anchor, onClose }: { me: Me | undefined; anchor: HTMLElement; onClose: () => void }) {
  const t = useAppTexts();
  const { speak } = useSpeaking();
  const language = useLanguage();
  const signOut = useSignOut();
  const switchTo = useSwitch();
  const others = me?.memberships.filter(({ tenantId }) => tenantId !== me.tenantId) ?? [];
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
    >
      {others.length > 0 && <ListSubheader role="presentation">{t.switchTo}</ListSubheader>}
      {others.map((company) => (
        <MenuItem key={company.tenantId} onClick={closing(() => void switchTo(company))}>
          {company.companyName}
        </MenuItem>
      ))}
      {others.length > 0 && <Divider role="presentation" component="li" />}
      <ListSubheader role="presentation">{t.theme}</ListSubheader>
      {THEMES.map((each) => (
        <MenuItem
          key={each}
          role="menuitemradio"
          aria-checked={themeChosen() === each}
          selected={themeChosen() === each}
          onClick={closing(() => chooseTheme(each))}
        >
          {t.themes[each]}
        </MenuItem>
      ))}
      <ListSubheader role="presentation">{t.language}</ListSubheader>
      {LANGUAGES.map(([tag, name]) => (
        <MenuItem
          key={tag}
          lang={tag}
          role="menuitemradio"
          aria-checked={language === tag}
          selected={language === tag}
          onClick={closing(() => void speak(tag))}
        >
          {name}
        </MenuItem>
      ))}
      <Divider role="presentation" component="li" />
      <MenuItem onClick={closing(() => void signOut())}>{t.signOut}</MenuItem>
    </Menu>
  );
}
