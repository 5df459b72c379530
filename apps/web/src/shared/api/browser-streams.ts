/** Streams of events on what browsers have. */
import type { StreamPorts } from './event-stream';
import type { Session } from './session';

const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const now = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', now, { once: true });
    window.addEventListener('online', now, { once: true });
  });

export const browserStreams = (session: Session): StreamPorts => ({
  session,
  language: () => document.documentElement.lang,
  fetch: (...asked) => fetch(...asked),
  wait,
  random: Math.random,
});
