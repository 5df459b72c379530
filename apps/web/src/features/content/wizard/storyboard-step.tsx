/** The film before it is made: a still of each scene. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useCallback, useEffect, useMemo } from 'react';
import { useFormContext } from 'react-hook-form';
import type { VideoShape } from '@/generated/content';
import { asFailure } from '@/shared/api/failure';
import { announce } from '@/shared/lib/announce';
import { useCommands } from '@/shared/lib/commands';
import { useFormats } from '@/shared/lib/texts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { useCreateStoryboardMutation, useListStylesQuery } from '../model/endpoints';
import { ASPECTS, videoSpecOf } from '../model/specs';
import type { Here, VideoForm } from '../model/specs';
import { useContentTexts } from '../texts/content-texts';

const WIDTHS: Record<VideoShape, number> = { LANDSCAPE: 220, PORTRAIT: 130, SQUARE: 170 };
const SCENES = 9; // about as many as there will be

const gridOf = (shape: VideoShape) => ({
  listStyle: 'none',
  m: 0,
  p: 0,
  display: 'grid',
  gap: 1.5,
  gridTemplateColumns: `repeat(auto-fill, minmax(min(${WIDTHS[shape]}px, 45%), 1fr))`,
});

export function StoryboardStep({ here }: { here: Here }) {
  const t = useContentTexts();
  const form = useFormContext<VideoForm>();
  const { shape, durationSeconds, style } = form.getValues();
  const [draw, { data, error, isLoading }] = useCreateStoryboardMutation();
  const again = useCallback(() => {
    announce(t.wizard.drawing);
    void draw({ videoSpec: videoSpecOf(form.getValues(), here) });
  }, [draw, form, here, t]);
  useEffect(() => {
    again();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- drawn when one comes here, and when it is asked for
  }, []);
  useEffect(() => {
    if (data) announce(t.wizard.drawn(data.stills.length));
  }, [data, t]);
  const commands = useMemo(
    () => [{ id: 'video.storyboard', name: t.commands.storyboard, section: t.commands.section.video, perform: again }],
    [t, again],
  );
  useCommands(commands);
  const { data: styles } = useListStylesQuery();
  const named = styles?.items.find((each) => each.style === style)?.name;
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}>
        <Typography color="text.secondary" sx={{ flex: 1 }}>
          {[t.wizard.seconds(String(durationSeconds)), t.wizard.shapes[shape], named].filter(Boolean).join(' · ')}
        </Typography>
        <Button size="small" color="inherit" variant="outlined" disabled={isLoading} onClick={again}>
          {t.wizard.redraw}
        </Button>
      </Box>
      {error && !isLoading && <FailureNotice failure={asFailure(error)} onAgain={again} />}
      {isLoading && <Drawing shape={shape} />}
      {data && !isLoading && (
        <Box component="ol" aria-label={t.wizard.steps.storyboard} sx={gridOf(shape)}>
          {data.stills.map((still, at) => (
            <Still key={still.imageUrl} number={at + 1} atSecond={still.atSecond} link={still.imageUrl} shape={shape} />
          ))}
        </Box>
      )}
    </>
  );
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

function Still({ number, atSecond, link, shape }: { number: number; atSecond: number; link: string; shape: VideoShape }) {
  const t = useContentTexts();
  const formats = useFormats();
  return (
    <Box component="li" sx={{ position: 'relative', borderRadius: 2, overflow: 'hidden', bgcolor: 'divider' }}>
      <Box
        component="img"
        src={link}
        alt={t.wizard.still(formats.number(number), clock(atSecond))}
        decoding="async"
        sx={{ display: 'block', width: '100%', aspectRatio: ASPECTS[shape], objectFit: 'cover' }}
      />
      <Box
        aria-hidden
        sx={{
          position: 'absolute',
          right: 6,
          bottom: 6,
          px: 0.75,
          borderRadius: 1,
          fontSize: '0.75rem',
          fontVariantNumeric: 'tabular-nums',
          bgcolor: '#000b',
          color: '#fff',
        }}
      >
        {clock(atSecond)}
      </Box>
    </Box>
  );
}

function Drawing({ shape }: { shape: VideoShape }) {
  const t = useContentTexts();
  return (
    <Box role="status" aria-label={t.wizard.drawing} aria-busy>
      <Box aria-hidden sx={gridOf(shape)}>
        {Array.from({ length: SCENES }, (_none, at) => (
          <Skeleton key={at} variant="rounded" sx={{ width: '100%', height: 'auto', aspectRatio: ASPECTS[shape], borderRadius: 2 }} />
        ))}
      </Box>
    </Box>
  );
}
