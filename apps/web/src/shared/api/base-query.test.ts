import { configureStore } from '@reduxjs/toolkit';
import { describe, expect, it } from 'vitest';
import { authApi } from '@/generated/auth';
import { pocsApi } from '@/features/pocs/model/endpoints';
import { baseApi, connectApi } from './base-api';
import { apiQuery } from './base-query';
import { passesSoon } from './failure';
import type { Failure } from './failure';
import type { Ticket } from './ticket';

const ticket = (accessToken: string, tenantId = 'curious'): Ticket => ({
  accessToken,
  tenantId,
  userId: 'ana',
  role: 'OWNER',
  expiresAt: 1e15,
});
const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
const problem = (status: number, code: string, more: object = {}) =>
  json(status, { code, detail: `it is ${code}`, requestId: 'r-1', ...more });
const PAGE = { items: [], pagination: { totalItems: 0 }, corrections: [] };

/** The API with services that answer in turn. */
function api({ answers, now, fresh }: { answers: (Response | Error)[]; now?: Ticket; fresh?: Ticket }) {
  const asked: Request[] = [];
  const fetch = async (request: RequestInfo | URL) => {
    asked.push(request as Request);
    const next = answers.shift() ?? new Error('nobody');
    if (next instanceof Error) throw next;
    return next;
  };
  connectApi(
    apiQuery({
      session: { current: async () => now, renew: async () => fresh },
      language: () => 'pt-BR',
      fetch: fetch as typeof globalThis.fetch,
      baseUrl: 'http://localhost/',
    }),
  );
  const store = configureStore({
    reducer: { [baseApi.reducerPath]: baseApi.reducer },
    middleware: (standard) => standard().concat(baseApi.middleware),
  });
  const list = () => store.dispatch(pocsApi.endpoints.listPocs.initiate({ tags: ['a', 'b'] }));
  return { store, asked, list };
}

const failure = async (answer: PromiseLike<{ error?: unknown }>) => (await answer).error as Failure;

describe('a request', () => {
  it('shows the ticket, speaks the language and joins lists with commas', async () => {
    const { list, asked } = api({ answers: [json(200, PAGE)], now: ticket('t0') });
    expect((await list()).data).toEqual(PAGE);
    expect(asked[0]?.headers.get('Authorization')).toBe('Bearer t0');
    expect(asked[0]?.headers.get('Accept-Language')).toBe('pt-BR');
    expect(new URL(asked[0]?.url ?? '').searchParams.get('tags')).toBe('a,b');
  });

  it('is sent once more with a fresh ticket where the old one had run out', async () => {
    const { list, asked } = api({ answers: [problem(401, 'token_expired'), json(200, PAGE)], now: ticket('t0'), fresh: ticket('t1') });
    expect((await list()).data).toEqual(PAGE);
    expect(asked.map((one) => one.headers.get('Authorization'))).toEqual(['Bearer t0', 'Bearer t1']);
  });

  it('of one company is never sent with the ticket of another', async () => {
    const { list, asked } = api({ answers: [problem(401, 'token_revoked')], now: ticket('t0'), fresh: ticket('t1', 'acme') });
    expect((await failure(list())).kind).toBe('company_changed');
    expect(asked).toHaveLength(1);
  });

  it('ends with the refusal when the session is over', async () => {
    const { list } = api({ answers: [problem(401, 'token_revoked')], now: ticket('t0') });
    expect(await failure(list())).toMatchObject({ status: 401, code: 'token_revoked' });
  });

  it('that signs in shows no ticket', async () => {
    const { store, asked } = api({ answers: [problem(401, 'invalid_credentials')], now: ticket('t0'), fresh: ticket('t1') });
    const answer = store.dispatch(authApi.endpoints.logIn.initiate({ logInRequest: { email: 'a@b', password: 'x' } }));
    expect((await failure(answer)).code).toBe('invalid_credentials');
    expect(asked[0]?.headers.get('Authorization')).toBeNull();
    expect(asked[0]?.headers.get('X-Session-Transport')).toBe('cookie');
  });

  it('tells what a problem says: sentence, id, fields, when to ask again', async () => {
    const errors = [{ pointer: '/name', code: 'too_long', detail: 'too long' }, 'nonsense'];
    const { list } = api({
      answers: [json(429, { code: 'too_many_searches', detail: 'Aguarde.', requestId: 'r-9', errors }, { 'Retry-After': '3' })],
      now: ticket('t0'),
    });
    const told = await failure(list());
    expect(told).toMatchObject({ kind: 'problem', status: 429, detail: 'Aguarde.', requestId: 'r-9', retryAfter: 3, fields: [errors[0]] });
    expect(passesSoon(told)).toBe(true);
  });

  it('that a proxy answers with a page is a failure like any other', async () => {
    const page = new Response('<html>502', { status: 502, headers: { 'Content-Type': 'text/html', 'X-Request-Id': 'p-1' } });
    const { list } = api({ answers: [page], now: ticket('t0') });
    expect(await failure(list())).toMatchObject({ status: 502, code: 'status_502', requestId: 'p-1', detail: '' });
  });

  it('that nobody answers is no connection', async () => {
    const { list } = api({ answers: [new TypeError('Failed to fetch')], now: ticket('t0') });
    expect(await failure(list())).toMatchObject({ kind: 'offline', status: 0 });
  });
});
