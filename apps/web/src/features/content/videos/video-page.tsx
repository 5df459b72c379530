/** One film: made before one's eyes, played, handed on. Mails lead here. */
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { Video } from '@/generated/content';
import { asFailure } from '@/shared/api/failure';
import { useOpenPolling } from '@/shared/api/use-open-polling';
import { useFormats } from '@/shared/lib/texts';
import { Icon } from '@/shared/ui/icon';
import { useGetVideoQuery, useListStylesQuery, useListTracksQuery } from '../model/endpoints';
import { ASPECTS } from '../model/specs';
import { useLive } from '../model/use-live';
import { useTold } from '../model/use-told';
import { isUnderWay, workOfVideo } from '../model/works';
import { useContentTexts } from '../texts/content-texts';
import { Frame } from '../work/frame';
import { BackTo, Facts, NotShown, isGone } from '../work/one';
import { StateLine } from '../work/state-line';
import { useDeletion } from '../work/use-deletion';
import { useFacts } from '../work/use-facts';
import { WorkButtons } from '../work/work-buttons';
import { Player } from './player';
import { SharePanel } from './share-panel';

const FRESH_LINK_MS = 10 * 60_000; // links run out after an hour

export function VideoPage() {
  const { requestId = '' } = useParams();
  const { polling, poll } = useOpenPolling(FRESH_LINK_MS);
  const { currentData: video, error, refetch } = useGetVideoQuery({ requestId }, polling);
  poll(video !== undefined && isUnderWay(workOfVideo(video)));
  useLive();
  const failure = error && asFailure(error);
  if (!video || isGone(failure)) return <NotShown kind="video" failure={failure} onAgain={() => void refetch()} />;
  return <One key={video.requestId} video={video} />;
}

function One({ video }: { video: Video }) {
  const navigate = useNavigate();
  const work = useMemo(() => workOfVideo(video), [video]);
  const works = useMemo(() => [work], [work]);
  const { ask, dialog } = useDeletion(() => navigate('/videos', { replace: true }));
  useTold(works);
  const isDone = work.state === 'done';
  return (
    <Frame title={work.title} above={<BackTo kind="video" />} actions={<WorkButtons work={work} onDelete={ask} />}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        {isDone ? <Player key={video.completedAt} film={video} /> : <Screen video={video} />}
        {video.description && <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{video.description}</Typography>}
        {isDone && <SharePanel video={video} />}
        <About video={video} />
      </Box>
      {dialog}
    </Frame>
  );
}

/** Where the film will be. */
function Screen({ video }: { video: Video }) {
  const work = useMemo(() => workOfVideo(video), [video]);
  return (
    <Box
      sx={{
        display: 'grid',
        alignContent: 'center',
        gap: 2,
        aspectRatio: { sm: ASPECTS[video.shape === 'PORTRAIT' ? 'SQUARE' : video.shape] },
        maxHeight: 420,
        width: '100%',
        p: { xs: 3, sm: 6 },
        borderRadius: 3,
        border: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        '& > *': { mx: 'auto', width: '100%', maxWidth: 420 },
      }}
    >
      <Box sx={{ display: 'grid', justifyItems: 'center', color: isUnderWay(work) ? 'primary.main' : 'text.secondary' }}>
        <Icon name="film" size={40} />
      </Box>
      <Box sx={isUnderWay(work) ? undefined : { textAlign: 'center', '& > *': { justifyContent: 'center' } }}>
        <StateLine work={work} />
      </Box>
    </Box>
  );
}

function useFactsOf(video: Video): [string, string][] {
  const t = useContentTexts();
  const formats = useFormats();
  const { period } = useFacts();
  const { currentData: tracks } = useListTracksQuery();
  const { currentData: styles } = useListStylesQuery();
  const named = tracks?.items.find(({ trackId }) => trackId === video.musicTrack)?.name;
  const music = video.musicTrack === null ? t.wizard.ofStyle : video.musicTrack === 'none' ? t.wizard.silence : named;
  const style = styles?.items.find((each) => each.style === video.style)?.name;
  const shape = [t.wizard.seconds(String(video.durationSeconds)), t.wizard.shapes[video.shape]].join(' · ');
  const facts: [string, string | undefined | false | null][] = [
    [t.covers, period(video)],
    [t.contains, video.pocCount !== null && t.pocs(video.pocCount)],
    [t.wizard.style, style],
    [t.wizard.shape, shape],
    [t.wizard.tracks, music],
    [t.form.include, video.includeTags.join(', ')],
    [t.form.exclude, video.excludeTags.join(', ')],
    [t.asked, formats.moment(video.createdAt)],
    [t.finished, video.completedAt && formats.moment(video.completedAt)],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}

function About({ video }: { video: Video }) {
  const t = useContentTexts();
  const facts = useFactsOf(video);
  return (
    <Box
      sx={{ display: 'grid', gap: 2, border: 1, borderColor: 'divider', borderRadius: 3, bgcolor: 'background.paper', p: { xs: 2, sm: 3 } }}
    >
      <Facts facts={facts} />
      {video.cardUrl && video.storyUrl && (
        <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', fontSize: '0.875rem' }}>
          <Link href={video.cardUrl} download>
            {t.film.card}
          </Link>
          <Link href={video.storyUrl} download>
            {t.film.story}
          </Link>
        </Box>
      )}
    </Box>
  );
}
