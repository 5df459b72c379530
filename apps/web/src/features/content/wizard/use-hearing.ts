import { useEffect, useRef, useState } from 'react';

/** One piece of music at a time, stopped when one goes on. */
export function useHearing(): { heard: string | undefined; toggle: (id: string, link: string) => void } {
  const player = useRef<HTMLAudioElement>(undefined);
  const [heard, setHeard] = useState<string>();
  useEffect(() => () => player.current?.pause(), []);
  const toggle = (id: string, link: string) => {
    player.current?.pause();
    if (heard === id) return setHeard(undefined);
    const audio = new Audio(link);
    audio.addEventListener('ended', () => setHeard((now) => (now === id ? undefined : now)));
    player.current = audio;
    setHeard(id);
    audio.play().catch(() => setHeard((now) => (now === id ? undefined : now)));
  };
  return { heard, toggle };
}
