import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { Video } from '@/generated/content';
import { asFailure } from '@/shared/api/failure';
import { useSessionState } from '@/shared/api/session-context';
import { useOpenPolling } from '@/shared/api/use-open-polling';
import { Glyph, Icon } from '@/shared/ui/icon';
import { useListVideosQuery } from '../model/endpoints';
import { useHeldLink } from '../model/use-held-link';
import { useLive } from '../model/use-live';
import { isUnderWay, workOfVideo } from '../model/works';
import { useContentTexts } from '../texts/content-texts';
import { Frame } from '../work/frame';
import { GLYPHS } from '../work/glyphs';
import { PAGE_SIZE, WorkList, usePage } from '../work/work-list';

export function VideosPage() {
  const t = useContentTexts();
  const { ticket } = useSessionState();
  const page = usePage();
  const { polling, poll } = useOpenPolling();
  const { currentData: data, error, refetch } = useListVideosQuery({ page, pageSize: PAGE_SIZE }, polling);
  const works = useMemo(() => data?.items.map(workOfVideo), [data]);
  poll(works?.some(isUnderWay) ?? false);
  useLive();
  const videos = useMemo(() => new Map(data?.items.map((video) => [video.requestId, video])), [data]);
  return (
    <Frame
      title={t.videos.title}
      actions={
        <>
          {ticket?.role === 'OWNER' && (
            <Button component={Link} to="/shares" color="inherit" startIcon={<Glyph path={GLYPHS.link} />}>
              {t.shares.open}
            </Button>
          )}
          <Button component={Link} to="/schedules" color="inherit" startIcon={<Glyph path={GLYPHS.calendar} />}>
            {t.schedules.open}
          </Button>
          {works?.length !== 0 && (
            <Button component={Link} to="/videos/new" variant="contained" startIcon={<Icon name="plus" />}>
              {t.videos.new}
            </Button>
          )}
        </>
      }
    >
      <WorkList
        kind="video"
        works={works}
        pagination={data?.pagination}
        failure={error && asFailure(error)}
        onAgain={() => void refetch()}
        leadOf={({ id }) => <Thumbnail link={videos.get(id)?.thumbnailUrl ?? null} />}
        moreOf={({ id }) => moreOf(videos.get(id), t)}
      />
    </Frame>
  );
}

function moreOf(video: Video | undefined, t: ReturnType<typeof useContentTexts>): string[] {
  if (!video) return [];
  return [t.wizard.shapes[video.shape], t.wizard.seconds(String(video.durationSeconds)), ...(video.isShared ? [t.film.share] : [])];
}

function Thumbnail({ link }: { link: string | null }) {
  const { link: held } = useHeldLink(link);
  return (
    <Box
      sx={{
        width: { xs: 72, sm: 112 },
        aspectRatio: '16 / 9',
        borderRadius: 1.5,
        overflow: 'hidden',
        display: 'grid',
        placeContent: 'center',
        color: 'text.secondary',
        bgcolor: 'color-mix(in srgb, var(--mui-palette-text-primary) 8%, transparent)',
        '& img': { width: '100%', height: '100%', objectFit: 'cover', display: 'block' },
      }}
    >
      {held ? <img src={held} alt={''} loading="lazy" decoding="async" /> : <Icon name="film" size={24} />}
    </Box>
  );
}
