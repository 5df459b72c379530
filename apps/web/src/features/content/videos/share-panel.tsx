/** Who may see the film, and the link by which they do. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { Suspense, lazy, useId, useMemo, useState } from 'react';
import type { Share, Video } from '@/generated/content';
import { useCommands } from '@/shared/lib/commands';
import type { Command } from '@/shared/lib/commands';
import { useFormats } from '@/shared/lib/texts';
import { toast } from '@/shared/lib/toasts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Glyph, Icon } from '@/shared/ui/icon';
import { useUiTexts } from '@/shared/ui/texts';
import { useContentTexts } from '../texts/content-texts';
import { GLYPHS } from '../work/glyphs';
import { useShare } from './use-share';

const ConfirmDialog = lazy(async () => ({ default: (await import('@/shared/ui/confirm-dialog')).ConfirmDialog }));

export function SharePanel({ video }: { video: Video }) {
  const t = useContentTexts();
  const id = useId();
  const { link, failure, named, isMaking, begin, make, end, decline } = useShare(video);
  const [isEnding, setEnding] = useState(false);
  const copy = useShareCommands(video.isShared, link, begin, setEnding);
  const count = video.privatePocCount ?? 0;
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 3, bgcolor: 'background.paper', p: { xs: 2, sm: 3 }, display: 'grid', gap: 2 }}
    >
      <Box>
        <Typography id={id} variant="h2">
          {t.film.share}
        </Typography>
        <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
          {t.film.shareIntro} {count > 0 ? t.film.shareNamed(count) : t.film.shareNone}
        </Typography>
      </Box>
      {link && <Link share={link} onCopy={copy} onEnd={() => setEnding(true)} />}
      {!video.isShared && (
        <Button
          variant="outlined"
          loading={isMaking}
          startIcon={<Glyph path={GLYPHS.link} />}
          onClick={begin}
          sx={{ justifySelf: 'start' }}
        >
          {t.film.makeLink}
        </Button>
      )}
      {failure && <FailureNotice failure={failure} />}
      <Suspense>
        {named !== undefined && (
          <ConfirmDialog
            title={t.film.confirmTitle(named)}
            action={t.film.confirm}
            onConfirm={async () => void (await make(named))}
            onClose={decline}
          >
            {t.film.confirmIntro}
          </ConfirmDialog>
        )}
        {isEnding && (
          <ConfirmDialog title={t.film.endTitle} action={t.film.endLink} onConfirm={end} onClose={() => setEnding(false)}>
            {t.film.endIntro}
          </ConfirmDialog>
        )}
      </Suspense>
    </Box>
  );
}

function useShareCommands(isShared: boolean, link: Share | undefined, begin: () => void, onEnd: (isEnding: boolean) => void) {
  const t = useContentTexts();
  const ui = useUiTexts();
  const copy = useMemo(
    () => link && (() => void navigator.clipboard.writeText(link.url).then(() => toast({ key: 'share', kind: 'done', text: ui.copied }))),
    [link, ui],
  );
  const commands = useMemo(() => {
    const section = t.commands.section.video;
    if (!isShared) return [{ id: 'video.share', name: t.commands.share, section, keys: 's', perform: begin }];
    const offered: Command[] = [{ id: 'video.unshare', name: t.commands.unshare, section, perform: () => onEnd(true) }];
    return copy ? [{ id: 'video.copy-link', name: t.commands.copy, section, keys: 'c', perform: copy }, ...offered] : offered;
  }, [t, isShared, begin, copy, onEnd]);
  useCommands(commands);
  return copy;
}

function Link({ share, onCopy, onEnd }: { share: Share; onCopy: (() => void) | undefined; onEnd: () => void }) {
  const t = useContentTexts();
  const formats = useFormats();
  const send = () => void navigator.share({ url: share.url }).catch(() => undefined); // closed again: they changed their mind
  return (
    <Box sx={{ display: 'grid', gap: 1.25 }}>
      <OutlinedInput
        value={share.url}
        readOnly
        size="small"
        inputProps={{ 'aria-label': t.film.link, onFocus: (event) => event.currentTarget.select() }}
        sx={{ fontSize: '0.8125rem' }}
      />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Button variant="contained" size="small" startIcon={<Glyph path={GLYPHS.link} size={16} />} onClick={onCopy}>
          {t.film.copyLink}
        </Button>
        {'share' in navigator && (
          <Button variant="outlined" color="inherit" size="small" onClick={send}>
            {t.film.sendLink}
          </Button>
        )}
        <Button
          component="a"
          href={share.url}
          target="_blank"
          rel="noreferrer"
          variant="outlined"
          color="inherit"
          size="small"
          startIcon={<Icon name="external" size={16} />}
        >
          {t.film.openLink}
        </Button>
        <Button color="error" size="small" onClick={onEnd}>
          {t.film.endLink}
        </Button>
        <Typography variant="body2" color="text.secondary">
          {t.film.since(formats.day(share.createdAt))}
        </Typography>
      </Box>
    </Box>
  );
}
