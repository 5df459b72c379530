/**
 * A stream of events (text/event-stream), read by fetch: EventSource cannot show who asks, and a token has no place in an address.
 * It is taken up again after a loss, each time a little later, from the event that was heard last, and ends with the session in which
 * it began.
 */
import { failureOf, passesSoon } from './failure';
import type { Failure } from './failure';
import { isSameOwner } from './session';
import type { Session } from './session';
import type { Ticket } from './ticket';

export interface ServerEvent {
  name: string;
  data: string;
  /** From where one goes on after a loss. */
  id?: string;
}

export interface StreamPorts {
  session: Pick<Session, 'current' | 'renew' | 'changed'>;
  language(): string;
  fetch: typeof fetch;
  /** Ends early, and quietly, when nobody follows any more. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

export interface Follower {
  /** True: it was the last one. */
  onEvent(event: ServerEvent): boolean;
  /** It would be refused again the same. */
  onRefused?(failure: Failure): void;
  /** Nothing more comes: the last event, a refusal, the end of the session, or it was left. */
  onEnd?(): void;
}

const MAX_EVENT = 1_000_000;
const SHORTEST_MS = 1_000;
const LONGEST_MS = 30_000;

function eventOf(block: string): ServerEvent | undefined {
  let name = 'message';
  const data: string[] = [];
  let id: string | undefined;
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, field, value = ''] = /^([^:]+)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === 'event') name = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id') id = value;
  }
  return data.length > 0 ? { name, data: data.join('\n'), ...(id && { id }) } : undefined;
}

export async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const blocks = rest.split(/\r\n\r\n|\n\n|\r\r/);
      rest = blocks.pop() ?? '';
      yield* blocks.flatMap((block) => eventOf(block) ?? []);
      if (done) return;
      if (rest.length > MAX_EVENT) throw new Error('an event without end');
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** How long until it is tried again: twice as long each time, not all tabs in the same moment. */
export function delayOf(attempt: number, random: number, retryAfter = 0): number {
  const grown = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** attempt);
  return Math.max(retryAfter * 1000, grown * (0.75 + random / 2));
}

interface Place {
  path: string;
  /** The id of the event that was heard last. */
  heard?: string;
}

/** Undefined: the session is over, or another's. */
async function opened(ports: StreamPorts, { path, heard }: Place, signal: AbortSignal): Promise<Response | undefined> {
  const ask = ({ accessToken }: Ticket) => {
    const headers = { Accept: 'text/event-stream', 'Accept-Language': ports.language(), Authorization: `Bearer ${accessToken}` };
    return ports.fetch(path, { headers: heard ? { ...headers, 'Last-Event-ID': heard } : headers, cache: 'no-store', signal });
  };
  const ticket = await ports.session.current();
  if (!ticket || signal.aborted) return undefined;
  const response = await ask(ticket);
  if (response.status !== 401) return response;
  const fresh = await ports.session.renew(ticket);
  return fresh && isSameOwner(ticket, fresh) ? ask(fresh) : undefined;
}

type Outcome = { kind: 'over' } | { kind: 'lost'; wasHeard: boolean; retryAfter?: number };

const problemIn = async (response: Response): Promise<Failure> =>
  failureOf(response.status, await response.json().catch(() => undefined), response.headers);

async function followOnce(ports: StreamPorts, place: Place, follower: Follower, signal: AbortSignal): Promise<Outcome> {
  let wasHeard = false;
  try {
    const response = await opened(ports, place, signal);
    if (!response) return { kind: 'over' };
    if (!response.ok || !response.body) {
      const failure = await problemIn(response);
      if (passesSoon(failure)) return { kind: 'lost', wasHeard, retryAfter: failure.retryAfter };
      if (!signal.aborted) follower.onRefused?.(failure);
      return { kind: 'over' };
    }
    for await (const event of eventsIn(response.body)) {
      if (signal.aborted || follower.onEvent(event)) return { kind: 'over' };
      wasHeard = true;
      place.heard = event.id ?? place.heard;
    }
  } catch {
    // the network, or a refresh that nobody answered: both pass
  }
  return { kind: 'lost', wasHeard };
}

/** Follows until the last event, a refusal, the end of the session, or until what is returned is called. */
export function followEvents(ports: StreamPorts, path: string, follower: Follower): () => void {
  const ending = new AbortController();
  const deaf = ports.session.changed(({ status }) => status !== 'signed-in' && stop());
  const stop = () => {
    if (ending.signal.aborted) return;
    ending.abort();
    deaf();
    follower.onEnd?.();
  };
  const place: Place = { path };
  const follow = async () => {
    for (let attempt = 0; !ending.signal.aborted; attempt += 1) {
      const outcome = await followOnce(ports, place, follower, ending.signal);
      if (outcome.kind === 'over') return stop();
      if (outcome.wasHeard) attempt = 0;
      await ports.wait(delayOf(attempt, ports.random(), outcome.retryAfter), ending.signal);
    }
  };
  void follow();
  return stop;
}
