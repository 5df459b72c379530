import { beforeEach, describe, expect, it, vi } from 'vitest';
import { queues } from '../lib/queue';
import { createSession } from './session';
import type { Channel, Session, SessionPorts } from './session';
import type { TokensAnswer } from './ticket';

const answer = (number: number, more: Partial<TokensAnswer> = {}): TokensAnswer => ({
  accessToken: `token-${number}`,
  expiresIn: 600,
  userId: 'ana',
  tenantId: 'curious',
  role: 'OWNER',
  ...more,
});

/** A browser: its tabs share a channel, a lock and the cookie. */
function browser() {
  const channels = new Set<Channel>();
  const inOrder = queues();
  const world = {
    now: 0,
    refreshes: 0,
    remembered: true,
    refresh: async (): Promise<TokensAnswer | undefined> => answer(++world.refreshes),
  };
  const openTab = (): Session => {
    const channel: Channel = {
      onmessage: null,
      postMessage: (data) => channels.forEach((other) => other !== channel && other.onmessage?.({ data: structuredClone(data) })),
    };
    channels.add(channel);
    const ports: SessionPorts = {
      channel,
      alone: (work) => inOrder('lock', work),
      tabs: () => Promise.resolve(channels.size),
      refresh: () => world.refresh(),
      now: () => world.now,
      wait: () => Promise.resolve(),
      remembered: { read: () => world.remembered, write: (is) => (world.remembered = is) },
    };
    return createSession(ports);
  };
  return { world, openTab };
}

let tabs: ReturnType<typeof browser>;
beforeEach(() => {
  tabs = browser();
});

describe('a session', () => {
  it('of two tabs that wake at once is refreshed once, and both go on', async () => {
    const [one, other] = [tabs.openTab(), tabs.openTab()];
    one.adopt(answer(0));
    tabs.world.now = 700_000;
    const tickets = await Promise.all([one.current(), other.current()]);
    expect(tabs.world.refreshes).toBe(1);
    expect(tickets.map((ticket) => ticket?.accessToken)).toEqual(['token-1', 'token-1']);
  });

  it('is asked for again when a service refused its token, once for all tabs', async () => {
    const [one, other] = [tabs.openTab(), tabs.openTab()];
    const rejected = one.adopt(answer(0));
    const tickets = await Promise.all([one.renew(rejected), other.renew(rejected), one.renew(rejected)]);
    expect(tabs.world.refreshes).toBe(1);
    expect(new Set(tickets.map((ticket) => ticket?.accessToken))).toEqual(new Set(['token-1']));
  });

  it('is told to a new tab by those that are open, without a refresh', async () => {
    tabs.openTab().adopt(answer(0));
    const fresh = tabs.openTab();
    await fresh.begin();
    expect(fresh.state().ticket?.accessToken).toBe('token-0');
    expect(tabs.world.refreshes).toBe(0);
  });

  it('that is signed out in one tab is over in all', () => {
    const [one, other] = [tabs.openTab(), tabs.openTab()];
    one.adopt(answer(0));
    one.end();
    expect(other.state()).toEqual({ status: 'anonymous', fromElsewhere: true });
    expect(tabs.world.remembered).toBe(false);
  });

  it('that changes company in one tab does so in all before they ask for anything', async () => {
    const [one, other] = [tabs.openTab(), tabs.openTab()];
    one.adopt(answer(0));
    one.adopt(answer(1, { tenantId: 'acme' }));
    expect((await other.current())?.tenantId).toBe('acme');
    expect(other.state().fromElsewhere).toBe(true);
  });

  it('that has ended elsewhere is expired, and still known whose it was', async () => {
    const tab = tabs.openTab();
    const rejected = tab.adopt(answer(0));
    tabs.world.refresh = async () => undefined;
    expect(await tab.renew(rejected)).toBeUndefined();
    expect(tab.state()).toMatchObject({ status: 'expired', ticket: { userId: 'ana' } });
  });

  it('is not asked for where nobody was ever signed in', async () => {
    tabs.world.remembered = false;
    const tab = tabs.openTab();
    await tab.begin();
    expect([tab.state().status, tabs.world.refreshes]).toEqual(['anonymous', 0]);
  });

  it('of which nothing is left is none, and is said to have ended', async () => {
    tabs.world.refresh = async () => undefined;
    const tab = tabs.openTab();
    await tab.begin();
    expect(tab.state()).toEqual({ status: 'anonymous', hasEnded: true });
    expect(await tab.current()).toBeUndefined();
  });

  it('is asked for once by all who want to know at the start, and again where nobody answered', async () => {
    const tab = tabs.openTab();
    const refresh = vi.fn<typeof tabs.world.refresh>().mockRejectedValueOnce(new Error('502'));
    tabs.world.refresh = refresh.mockResolvedValue(answer(1));
    const all = await Promise.allSettled([tab.begin(), tab.begin()]);
    expect([...all.map(({ status }) => status), refresh.mock.calls.length]).toEqual(['rejected', 'rejected', 1]);
    await tab.begin();
    expect([tab.state().status, refresh.mock.calls.length]).toEqual(['signed-in', 2]);
  });

  it('is not over because nobody answers', async () => {
    const tab = tabs.openTab();
    tabs.world.refresh = () => Promise.reject(new Error('502'));
    await expect(tab.begin()).rejects.toThrow('502');
    expect(tab.state().status).toBe('unknown');
    tabs.world.refresh = async () => answer(1);
    await tab.begin();
    expect(tab.state().status).toBe('signed-in');
  });
});
