import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useNavigate } from 'react-router-dom';
import { useTimeZone } from '@/shared/lib/texts';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { addressOf } from './saved-address';
import { useSearchesTexts } from './searches-texts';
import { useSearches } from './use-searches';

interface Props {
  anchor: HTMLElement;
  onSave: () => void;
  onClose: () => void;
}

const FEW = 12;

export function SavedMenuItems({ anchor, onSave, onClose }: Props) {
  const t = useSearchesTexts();
  const pocs = usePocsTexts();
  const navigate = useNavigate();
  const timeZone = useTimeZone();
  const { searches, isKnown } = useSearches(true);
  const closing = (perform: () => void) => () => {
    onClose();
    perform();
  };
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      slotProps={{ list: { 'aria-label': t.title, dense: true }, paper: { sx: { maxWidth: 320, minWidth: 220 } } }}
      sx={{ '@media (pointer: coarse)': { '& .MuiMenuItem-root': { minHeight: 44 } } }}
    >
      <MenuItem onClick={closing(onSave)}>{t.saveTitle}</MenuItem>
      <Divider role="presentation" component="li" />
      {searches.slice(0, FEW).map(({ savedSearchId, name, query }) => (
        <MenuItem key={savedSearchId} onClick={closing(() => navigate(addressOf(query, timeZone)))}>
          <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{name}</span>
        </MenuItem>
      ))}
      {isKnown && searches.length === 0 && <MenuItem disabled>{t.noneShort}</MenuItem>}
      {searches.length > 0 && <Divider role="presentation" component="li" />}
      {searches.length > 0 && <MenuItem onClick={closing(() => navigate('/searches'))}>{pocs.allSaved(searches.length)}</MenuItem>}
    </Menu>
  );
}
