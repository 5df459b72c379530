/** Streams of events on what browsers have: fetch, Web Locks, a BroadcastChannel. */
import type { StreamPorts } from './event-stream';
import type { Session } from './session';
import type { SharingPorts } from './shared-events';

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

const browserStreams = (session: Session): StreamPorts => ({
  session,
  language: () => document.documentElement.lang,
  fetch: (...asked) => fetch(...asked),
  wait,
  random: Math.random,
});

export const browserSharing = (session: Session): SharingPorts => ({
  streams: browserStreams(session),
  alone: (name, work, signal) => void navigator.locks.request(name, { signal }, work).catch(() => undefined), // given up while it waited
  channel: (name) => new BroadcastChannel(name),
});
