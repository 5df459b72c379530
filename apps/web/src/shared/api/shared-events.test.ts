import { describe, expect, it } from 'vitest';
import { emitter } from '@/shared/lib/events';
import type { SessionState } from './session';
import { hearTogether } from './shared-events';
import type { SharingPorts } from './shared-events';

/** A browser with a host that streams: its tabs share locks and channels. */
function browser() {
  const waiting: (() => void)[] = [];
  let isHeld = false;
  const open = new Map<string, Set<{ onmessage: ((event: MessageEvent) => void) | null }>>();
  const streams: { say(text: string): void; isOpen(): boolean; path: string }[] = [];
  const changed = emitter<SessionState>();

  const alone: SharingPorts['alone'] = (_, work, signal) => {
    const turn = () => {
      if (signal.aborted) return waiting.shift()?.();
      isHeld = true;
      void work().then(() => {
        isHeld = false;
        waiting.shift()?.();
      });
    };
    if (isHeld) waiting.push(turn);
    else turn();
  };
  const channel: SharingPorts['channel'] = (name) => {
    const all = open.get(name) ?? new Set();
    open.set(name, all);
    const mine = {
      onmessage: null as ((event: MessageEvent) => void) | null,
      postMessage: (data: unknown) => [...all].filter((one) => one !== mine).forEach((one) => one.onmessage?.({ data } as MessageEvent)),
      close: () => void all.delete(mine),
    };
    all.add(mine);
    return mine;
  };
  const answer: typeof fetch = async (path, init) => {
    let isOpen = true;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        streams.push({
          path: String(path),
          say: (text) => controller.enqueue(new TextEncoder().encode(`data: ${text}\n\n`)),
          isOpen: () => isOpen,
        });
        init?.signal?.addEventListener('abort', () => {
          isOpen = false;
          controller.error(new Error('aborted'));
        });
      },
    });
    return new Response(body);
  };
  const ticket = { accessToken: 'one', expiresAt: 0, userId: 'ana', tenantId: 'curious', role: 'USER' } as const;
  const ports: SharingPorts = {
    alone,
    channel,
    streams: {
      session: { current: async () => ticket, renew: async () => undefined, changed: changed.listen },
      language: () => 'en',
      fetch: answer,
      wait: async () => undefined,
      random: () => 0.5,
    },
  };
  return { ports, streams, changed };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

function tab({ ports }: ReturnType<typeof browser>, owner = 'ana') {
  const heard: string[] = [];
  const leave = hearTogether(ports, owner, '/events', ({ name, data }) => void heard.push(name === 'joined' ? 'joined' : data));
  return { heard, leave };
}

describe('a stream that tabs share', () => {
  it('is followed by one of them and heard by all', async () => {
    const world = browser();
    const [one, two] = [tab(world), tab(world)];
    await settled();
    expect(world.streams).toHaveLength(1);
    world.streams[0]?.say('40');
    await settled();
    expect([one.heard, two.heard]).toEqual([
      ['joined', '40'],
      ['joined', '40'],
    ]);
  });

  it('is followed by the next one when the tab that did goes', async () => {
    const world = browser();
    const [one, two] = [tab(world), tab(world)];
    await settled();
    one.leave();
    await settled();
    expect(world.streams.map((stream) => stream.isOpen())).toEqual([false, true]);
    world.streams[1]?.say('60');
    await settled();
    expect([one.heard, two.heard]).toEqual([['joined'], ['joined', '60']]);
  });

  it('is not begun by who left while waiting', async () => {
    const world = browser();
    const [one, two, three] = [tab(world), tab(world), tab(world)];
    await settled();
    two.leave();
    one.leave();
    await settled();
    world.streams.at(-1)?.say('80');
    await settled();
    expect(world.streams).toHaveLength(2);
    expect([two.heard, three.heard]).toEqual([['joined'], ['joined', '80']]);
  });

  it('ends for all when the person signs out', async () => {
    const world = browser();
    tab(world);
    await settled();
    world.changed.tell({ status: 'anonymous' });
    await settled();
    expect(world.streams.map((stream) => stream.isOpen())).toEqual([false]);
  });
});
