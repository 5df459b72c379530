/** The session of this tab, on what browsers have: Web Locks, a BroadcastChannel, fetch. */
import { kept } from '../lib/storage';
import { createSession } from './session';
import type { Channel } from './session';
import type { TokensAnswer } from './ticket';

const NAME = 'mrbill.session';
const TAB = 'mrbill.tab';

async function refresh(): Promise<TokensAnswer | undefined> {
  const answer = await fetch('/api/v1/auth/refresh', {
    method: 'POST',
    headers: { 'X-Session-Transport': 'cookie' },
    signal: AbortSignal.timeout(15_000),
  });
  if (answer.ok) return (await answer.json()) as TokensAnswer;
  if (answer.status === 401 || answer.status === 400) return undefined;
  throw new Error(`refresh: ${answer.status}`);
}

/** Held while the tab lives, so that tabs can be counted. */
function beCounted(): void {
  void navigator.locks.request(TAB, { mode: 'shared' }, () => new Promise(() => undefined));
}

async function tabs(): Promise<number> {
  const { held = [] } = await navigator.locks.query();
  return held.filter(({ name }) => name === TAB).length;
}

export function browserSession() {
  beCounted();
  return createSession({
    channel: new BroadcastChannel(NAME) as unknown as Channel,
    alone: <T>(work: () => Promise<T>) => navigator.locks.request(NAME, work) as Promise<T>,
    tabs,
    refresh,
    now: () => Date.now(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    remembered: { read: () => kept.read(NAME) === true, write: (isSignedIn) => void kept.write(NAME, isSignedIn) },
  });
}
