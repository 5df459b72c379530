import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { Glyph, Icon } from '@/shared/ui/icon';
import { useContentTexts } from '../texts/content-texts';
import { GLYPHS } from '../work/glyphs';

interface Props {
  id: string;
  name: string;
  hint?: string;
  isChosen: boolean;
  isHeard?: boolean;
  onChoose: (id: string) => void;
  onHear?: () => void;
  onDelete?: () => void;
}

/** One piece of music: chosen by pressing it, heard by its button. */
export function TrackLine({ id, name, hint, isChosen, isHeard = false, onChoose, onHear, onDelete }: Props) {
  const t = useContentTexts();
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        minHeight: 48,
        pl: 1.5,
        pr: 0.5,
        border: 1,
        borderColor: isChosen ? 'primary.main' : 'divider',
        boxShadow: isChosen ? '0 0 0 1px var(--mui-palette-primary-main)' : undefined,
        borderRadius: 2,
        bgcolor: 'background.paper',
        '&:has(input:focus-visible)': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 },
      }}
    >
      <Box component="label" sx={{ flex: 1, minWidth: 0, display: 'flex', alignItems: 'center', gap: 1.25, cursor: 'pointer', py: 1 }}>
        <Box
          component="input"
          type="radio"
          name="musicTrack"
          value={id}
          checked={isChosen}
          onChange={() => onChoose(id)}
          sx={{ m: 0, width: 16, height: 16, accentColor: 'var(--mui-palette-primary-main)' }}
        />
        <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere', fontSize: '0.9375rem' }}>
          {name}
          {hint && (
            <Box component="small" sx={{ display: 'block', color: 'text.secondary', fontSize: '0.8125rem' }}>
              {hint}
            </Box>
          )}
        </Box>
      </Box>
      {onHear && (
        <IconButton
          aria-label={isHeard ? t.wizard.stop(name) : t.wizard.hear(name)}
          color={isHeard ? 'primary' : undefined}
          onClick={onHear}
        >
          <Glyph path={isHeard ? GLYPHS.pause : GLYPHS.play} isFilled={!isHeard} />
        </IconButton>
      )}
      {onDelete && (
        <IconButton aria-label={t.wizard.deleteTrack(name)} onClick={onDelete}>
          <Icon name="trash" />
        </IconButton>
      )}
    </Box>
  );
}
