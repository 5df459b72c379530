/**
 * The film. Its source and its picture stay the ones it began with, however often the film's data is read again; only where the link has
 * run out it goes on with the newest, at the same moment.
 */
import Box from '@mui/material/Box';
import { useRef, useState } from 'react';
import type { Video } from '@/generated/content';
import { Notice } from '@/shared/ui/notice';
import { ASPECTS } from '../model/specs';
import { useHeldLink } from '../model/use-held-link';
import { useContentTexts } from '../texts/content-texts';

type Film = Pick<Video, 'title' | 'videoUrl' | 'thumbnailUrl' | 'captions' | 'shape'>;

export function Player({ film }: { film: Film }) {
  const t = useContentTexts();
  const video = useRef<HTMLVideoElement>(null);
  const source = useHeldLink(film.videoUrl);
  const poster = useHeldLink(film.thumbnailUrl);
  const [isBroken, setBroken] = useState(false);
  const goOn = () => {
    const player = video.current;
    const held = source.link;
    const newest = source.renew();
    if (!player || !newest || newest === held) return setBroken(true);
    const { currentTime, paused } = player;
    player.src = newest;
    player.currentTime = currentTime;
    if (!paused) void player.play();
  };
  if (!source.link) return null;
  return (
    <>
      <Box
        component="video"
        ref={video}
        src={source.link}
        poster={poster.link ?? undefined}
        controls
        playsInline
        preload="metadata"
        aria-label={t.film.player(film.title)}
        onError={goOn}
        sx={{
          display: 'block',
          width: '100%',
          maxHeight: '76vh',
          aspectRatio: ASPECTS[film.shape],
          mx: 'auto',
          maxWidth: film.shape === 'LANDSCAPE' ? '100%' : `calc(76vh * ${ASPECTS[film.shape]})`,
          borderRadius: 3,
          bgcolor: '#000',
        }}
      >
        {film.captions.map(({ locale, url }) => (
          <Caption key={locale} locale={locale} url={url} />
        ))}
      </Box>
      {isBroken && <Notice kind="failed">{t.film.unplayable}</Notice>}
    </>
  );
}

function Caption({ locale, url }: Film['captions'][number]) {
  const t = useContentTexts();
  const { link } = useHeldLink(url);
  return <track kind="captions" srcLang={locale} label={t.film.captions[locale]} src={link ?? url} />;
}
