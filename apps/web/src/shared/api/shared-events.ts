/**
 * A stream of events that all tabs of a person hear and one follows, because a browser has six connections to a host for all of them. Who
 * holds the lock follows, and tells the others; when its tab goes, the next one does.
 */
import { followEvents } from './event-stream';
import type { ServerEvent, StreamPorts } from './event-stream';

export interface SharingPorts {
  streams: StreamPorts;
  /** Work while nobody else does: waits for its turn, not at all once the signal says so. */
  alone(name: string, work: () => Promise<void>, signal: AbortSignal): void;
  channel(name: string): Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>;
}

/**
 * `hear` is called for every event from now on, and once with `joined` before: what another tab has been told meanwhile is asked of the
 * service. What is returned ends it.
 */
export function hearTogether(ports: SharingPorts, owner: string, path: string, hear: (event: ServerEvent) => void): () => void {
  const name = `mrbill.events ${owner} ${path}`;
  const channel = ports.channel(name);
  const ending = new AbortController();
  channel.onmessage = ({ data }: MessageEvent<ServerEvent>) => hear(data);
  const follow = () =>
    new Promise<void>((resolve) => {
      const onEvent = (event: ServerEvent) => {
        hear(event);
        channel.postMessage(event);
        return false;
      };
      const leave = followEvents(ports.streams, path, { onEvent, onEnd: resolve });
      ending.signal.addEventListener('abort', leave);
      if (ending.signal.aborted) leave();
    });
  ports.alone(name, follow, ending.signal);
  hear({ name: 'joined', data: '{}' });
  return () => {
    channel.onmessage = null;
    ending.abort();
    channel.close();
  };
}
