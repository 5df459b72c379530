import { describe, expect, it, vi } from 'vitest';
import { emitter } from '@/shared/lib/events';
import { delayOf, eventsIn, followEvents } from './event-stream';
import type { ServerEvent, StreamPorts } from './event-stream';
import type { SessionState } from './session';
import type { Ticket } from './ticket';

const ana: Ticket = { accessToken: 'one', expiresAt: 0, userId: 'ana', tenantId: 'curious', role: 'USER' };

function bodyOf(...chunks: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(encoder.encode(chunk)));
      controller.close();
    },
  });
}

async function all(body: ReadableStream<Uint8Array>): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of eventsIn(body)) events.push(event);
  return events;
}

describe('events', () => {
  it('are read whole, however they are cut on the way', async () => {
    const text = 'event: progress\ndata: {"progress":40}\n\n: still here\n\ndata: ä\ndata:  two\r\n\r\n';
    const bytes = new TextEncoder().encode(text);
    const single = new ReadableStream<Uint8Array>({
      start(controller) {
        bytes.forEach((byte) => controller.enqueue(Uint8Array.of(byte)));
        controller.close();
      },
    });
    const expected = [
      { name: 'progress', data: '{"progress":40}' },
      { name: 'message', data: 'ä\n two' },
    ];
    expect(await all(bodyOf(text))).toEqual(expected);
    expect(await all(single)).toEqual(expected);
  });

  it('that were cut off are none', async () => {
    expect(await all(bodyOf('data: whole\n\ndata: hal'))).toEqual([{ name: 'message', data: 'whole' }]);
  });

  it('without an end are given up', async () => {
    await expect(all(bodyOf('data: ', 'x'.repeat(1_000_001)))).rejects.toThrow('without end');
  });
});

it('waits longer each time, never over half a minute and a bit, and as long as it was told to', () => {
  expect([0, 1, 2, 9].map((attempt) => delayOf(attempt, 0.5))).toEqual([1_000, 2_000, 4_000, 30_000]);
  expect(delayOf(0, 0)).toBe(750);
  expect(delayOf(0, 0.5, 7)).toBe(7_000);
});

function world(...answers: (() => Response | Promise<Response>)[]) {
  const changed = emitter<SessionState>();
  const asked: { authorization: string | null; from: string | null; signal: AbortSignal }[] = [];
  const waits: number[] = [];
  const ports: StreamPorts = {
    session: {
      current: async () => ana,
      renew: vi.fn(async () => ({ ...ana, accessToken: 'two' })),
      changed: changed.listen,
    },
    language: () => 'en',
    fetch: async (path, init) => {
      expect(String(path)).toBe('/api/v1/events');
      const headers = new Headers(init?.headers);
      asked.push({ authorization: headers.get('Authorization'), from: headers.get('Last-Event-ID'), signal: init?.signal as AbortSignal });
      const answer = answers.shift();
      if (!answer) throw new TypeError('no network');
      return answer();
    },
    wait: async (milliseconds) => void waits.push(milliseconds),
    random: () => 0.5,
  };
  return { ports, changed, asked, waits };
}

const stream = (...chunks: string[]) => new Response(bodyOf(...chunks), { headers: { 'Content-Type': 'text/event-stream' } });
const refusal = (status: number, code: string, headers = {}) => new Response(JSON.stringify({ code }), { status, headers });

const followed = (ports: StreamPorts, last = 'end') =>
  new Promise<string[]>((resolve) => {
    const heard: string[] = [];
    followEvents(ports, '/api/v1/events', {
      onEvent: ({ data }) => {
        heard.push(data);
        if (data === last) resolve(heard);
        return data === last;
      },
      onRefused: ({ code }) => resolve([...heard, code]),
    });
  });

describe('a stream that is followed', () => {
  it('is taken up again where it breaks, and left at its last event', async () => {
    const { ports, asked, waits } = world(
      () => stream('data: 10\n\n'),
      () => Promise.reject(new TypeError('no network')),
      () => refusal(429, 'too_many_streams', { 'Retry-After': '5' }),
      () => stream('data: 60\n\n', 'data: end\n\n', 'data: never\n\n'),
    );
    expect(await followed(ports)).toEqual(['10', '60', 'end']);
    expect(waits).toEqual([1_000, 2_000, 5_000]);
    expect(asked).toHaveLength(4);
  });

  it('goes on from the event that was heard last', async () => {
    const { ports, asked } = world(
      () => stream('id: 7\ndata: 10\n\n', 'data: 20\n\n'),
      () => refusal(503, 'unavailable'),
      () => stream('data: end\n\n'),
    );
    await followed(ports);
    expect(asked.map(({ from }) => from)).toEqual([null, '7', '7']);
  });

  it('shows who asks in a header, and once more with a fresh ticket', async () => {
    const { ports, asked } = world(
      () => refusal(401, 'token_expired'),
      () => stream('data: end\n\n'),
    );
    expect(await followed(ports)).toEqual(['end']);
    expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer one', 'Bearer two']);
  });

  it('is not asked for again where it would be refused the same', async () => {
    const { ports, asked, waits } = world(() => refusal(404, 'video_not_found'));
    expect(await followed(ports)).toEqual(['video_not_found']);
    expect([asked.length, waits.length]).toEqual([1, 0]);
  });

  it('never goes on in another company', async () => {
    const { ports, asked } = world(() => refusal(401, 'token_expired'));
    const renewed = new Promise<void>((resolve) => {
      ports.session.renew = async () => {
        setTimeout(resolve);
        return { ...ana, tenantId: 'acme' };
      };
    });
    followEvents(ports, '/api/v1/events', { onEvent: () => false });
    await renewed;
    expect(asked).toHaveLength(1);
  });

  it('ends when the person signs out', async () => {
    let heard: (() => void) | undefined;
    const first = new Promise<void>((resolve) => (heard = resolve));
    const { ports, changed, asked } = world(
      () => new Response(new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode('data: 1\n\n')) })),
    );
    followEvents(ports, '/api/v1/events', {
      onEvent: () => {
        heard?.();
        return false;
      },
    });
    await first;
    expect(asked[0]?.signal.aborted).toBe(false);
    changed.tell({ status: 'anonymous' });
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(asked).toHaveLength(1);
  });
});
