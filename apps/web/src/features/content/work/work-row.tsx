/** One film or report in its list: what it is, where it stands, and the one thing to do with it next. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Glyph, Icon } from '@/shared/ui/icon';
import { canBeTriedAgain, isUnderWay } from '../model/works';
import type { Work } from '../model/works';
import { useContentTexts } from '../texts/content-texts';
import { GLYPHS } from './glyphs';
import { StateLine } from './state-line';
import { useFacts } from './use-facts';

export interface RowActions {
  cancel: (work: Work) => Promise<void>;
  retry: (work: Work) => Promise<void>;
  remove: (work: Work) => void;
}

interface Props {
  work: Work;
  lead: ReactNode;
  more: readonly string[];
  actions: RowActions;
}

export function WorkRow({ work, lead, more, actions }: Props) {
  const { facts } = useFacts();
  return (
    <Box
      component="article"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'auto minmax(0, 1fr)', sm: 'auto minmax(0, 1fr) auto' },
        columnGap: { xs: 1.5, sm: 2 },
        rowGap: 1,
        alignItems: 'center',
        py: 1.75,
        borderBottom: 1,
        borderColor: 'divider',
        position: 'relative',
      }}
    >
      {lead}
      <Box sx={{ minWidth: 0, display: 'grid', gap: 0.5 }}>
        <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
          <Box
            component={Link}
            to={`/${work.kind}s/${work.id}`}
            sx={{ color: 'inherit', textDecoration: 'none', '&:hover': { textDecoration: 'underline' } }}
          >
            {work.title}
          </Box>
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {facts(work, ...more)}
        </Typography>
        <StateLine work={work} />
      </Box>
      <Buttons work={work} actions={actions} />
    </Box>
  );
}

function Buttons({ work, actions }: Pick<Props, 'work' | 'actions'>) {
  const t = useContentTexts();
  const of = (action: string) => t.actions.of(action, work.title);
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 0.5,
        justifyContent: 'flex-end',
        gridColumn: { xs: '2', sm: 'auto' },
        justifySelf: { xs: 'start', sm: 'end' },
      }}
    >
      {work.state === 'done' && work.file && (
        <Button
          component="a"
          href={work.file}
          download
          size="small"
          variant="outlined"
          color="inherit"
          aria-label={of(t.actions.download)}
          startIcon={<Glyph path={GLYPHS.download} size={16} />}
        >
          {t.actions.download}
        </Button>
      )}
      {isUnderWay(work) && (
        <Button size="small" variant="outlined" color="inherit" aria-label={of(t.actions.cancel)} onClick={() => void actions.cancel(work)}>
          {t.actions.cancel}
        </Button>
      )}
      {canBeTriedAgain(work) && (
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          aria-label={of(t.actions.retry)}
          startIcon={<Glyph path={GLYPHS.again} size={16} />}
          onClick={() => void actions.retry(work)}
        >
          {t.actions.retry}
        </Button>
      )}
      <IconButton aria-label={of(t.actions.delete)} onClick={() => actions.remove(work)}>
        <Icon name="trash" />
      </IconButton>
    </Box>
  );
}
