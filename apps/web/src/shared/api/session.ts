/**
 * The session of this browser, which all its tabs share. The refresh token is in a cookie that no script reads; each tab has the access
 * token in memory. One tab refreshes for all: who waited for the lock is told the new ticket and asks nobody. Signing out reaches all.
 *
 * Safety: a ticket of one person or company never takes the place of another's unseen; `changed` tells of it before any request uses it.
 */
import { emitter } from '../lib/events';
import { isGood, ownerOf, ticketOf } from './ticket';
import type { Ticket, TokensAnswer } from './ticket';

export type SessionStatus = 'unknown' | 'anonymous' | 'signed-in' | 'expired';
export interface SessionState {
  status: SessionStatus;
  /** Whose it is; when it has expired, whose it was. */
  ticket?: Ticket;
  /** Another tab did it. */
  fromElsewhere?: boolean;
  /** There was one when this browser was last seen, and it is over. */
  hasEnded?: boolean;
}

type Message = { kind: 'ticket'; ticket: Ticket } | { kind: 'ended' } | { kind: 'who' };

export interface Channel {
  postMessage(message: Message): void;
  onmessage: ((event: { data: Message }) => void) | null;
}

export interface SessionPorts {
  channel: Channel;
  /** Runs alone among all tabs. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** How many tabs of ours are open, this one included. */
  tabs(): Promise<number>;
  /** Undefined: there is no session. It throws when nobody answers. */
  refresh(): Promise<TokensAnswer | undefined>;
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Whether this browser was signed in when it was last seen: asking is needless where nobody ever was. */
  remembered: { read(): boolean; write(isSignedIn: boolean): void };
}

const ASKING_MS = 150; // how long other tabs have to say that they have a ticket

export interface Session {
  state(): SessionState;
  changed(listener: (state: SessionState) => void): () => void;
  /** Signed in, or in another company, here: every tab is told. */
  adopt(answer: TokensAnswer): Ticket;
  /** A ticket that is not the rejected one. Undefined: the session is over. Throws when nobody answers. */
  renew(rejected?: Ticket): Promise<Ticket | undefined>;
  /** The ticket to show now; undefined where nobody is signed in. */
  current(): Promise<Ticket | undefined>;
  /** At the start: whether this browser has a session, asked once for all who want to know. Throws when nobody answers. */
  begin(): Promise<void>;
  /** Signed out here: every tab forgets at once. */
  end(): void;
}

/** What this tab knows, and what it hears of the others. */
function knowledge({ channel, now, remembered }: SessionPorts) {
  const changed = emitter<SessionState>();
  let state: SessionState = { status: 'unknown' };
  const become = (next: SessionState) => {
    state = next;
    remembered.write(next.status === 'signed-in' || next.status === 'expired');
    changed.tell(next);
  };
  const good = () => (state.ticket && state.status === 'signed-in' && isGood(state.ticket, now()) ? state.ticket : undefined);
  channel.onmessage = ({ data }) => {
    const ticket = good();
    if (data.kind === 'ticket') become({ status: 'signed-in', ticket: data.ticket, fromElsewhere: true });
    else if (data.kind === 'ended') become({ status: 'anonymous', fromElsewhere: true });
    else if (ticket) channel.postMessage({ kind: 'ticket', ticket });
  };
  return { changed, become, good, state: () => state };
}

export function createSession(ports: SessionPorts): Session {
  const { channel } = ports;
  const { changed, become, good, state } = knowledge(ports);

  /** Another tab may have a ticket that was refreshed a moment ago. */
  async function askOthers(rejected: Ticket | undefined): Promise<Ticket | undefined> {
    if ((await ports.tabs()) < 2) return undefined;
    channel.postMessage({ kind: 'who' });
    await ports.wait(ASKING_MS);
    return fresh(rejected);
  }
  function fresh(rejected: Ticket | undefined): Ticket | undefined {
    const ticket = good();
    return ticket && ticket.accessToken !== rejected?.accessToken ? ticket : undefined;
  }
  function adopt(answer: TokensAnswer): Ticket {
    const ticket = ticketOf(answer, ports.now());
    become({ status: 'signed-in', ticket });
    channel.postMessage({ kind: 'ticket', ticket });
    return ticket;
  }
  function isOver(): undefined {
    const { status, ticket } = state();
    become(status === 'signed-in' || status === 'expired' ? { status: 'expired', ticket } : { status: 'anonymous', hasEnded: true });
  }
  let beginning: Promise<void> | undefined;
  async function ask(): Promise<void> {
    if (ports.remembered.read()) await renew();
    else become({ status: 'anonymous' });
  }
  const renew = (rejected?: Ticket): Promise<Ticket | undefined> =>
    ports.alone(async () => {
      const known = fresh(rejected) ?? (await askOthers(rejected));
      if (known) return known;
      const answer = await ports.refresh();
      return answer ? adopt(answer) : isOver();
    });

  return {
    state,
    changed: changed.listen,
    adopt,
    renew,
    async current() {
      const { status, ticket } = state();
      return status === 'signed-in' ? (good() ?? renew(ticket)) : undefined;
    },
    async begin() {
      if (state().status !== 'unknown') return;
      beginning ??= ask().finally(() => (beginning = undefined));
      await beginning;
    },
    end() {
      become({ status: 'anonymous' });
      channel.postMessage({ kind: 'ended' });
    },
  };
}

export const isSameOwner = (one: Ticket, other: Ticket): boolean => ownerOf(one) === ownerOf(other);
