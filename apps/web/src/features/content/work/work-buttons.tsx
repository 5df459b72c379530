/** The actions of one film or report, on its page. */
import Button from '@mui/material/Button';
import { Glyph, Icon } from '@/shared/ui/icon';
import type { Work } from '../model/works';
import { useContentTexts } from '../texts/content-texts';
import { GLYPHS } from './glyphs';
import { useWorkCommands } from './use-work-commands';

export function WorkButtons({ work, onDelete }: { work: Work; onDelete: (work: Work) => void }) {
  const t = useContentTexts();
  const can = useWorkCommands(work, onDelete);
  return (
    <>
      {can.download && work.file && (
        <Button component="a" href={work.file} download variant="contained" startIcon={<Glyph path={GLYPHS.download} size={16} />}>
          {t.actions.download}
        </Button>
      )}
      {can.cancel && (
        <Button variant="outlined" color="inherit" onClick={can.cancel}>
          {t.actions.cancel}
        </Button>
      )}
      {can.retry && (
        <Button variant="contained" startIcon={<Glyph path={GLYPHS.again} size={16} />} onClick={can.retry}>
          {t.actions.retry}
        </Button>
      )}
      <Button variant="outlined" color="inherit" startIcon={<Icon name="trash" size={16} />} onClick={can.delete}>
        {t.actions.delete}
      </Button>
    </>
  );
}
