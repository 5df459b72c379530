/**
 * Every request of the app: with the ticket of who is signed in, once more with a fresh one where it had run out, and whatever goes wrong
 * as one type. What was asked for in one company is never sent with the ticket of another.
 */
import { fetchBaseQuery } from '@reduxjs/toolkit/query';
import type { BaseQueryApi, BaseQueryFn, FetchArgs, FetchBaseQueryError, FetchBaseQueryMeta } from '@reduxjs/toolkit/query';
import { companyChanged, failureOf, offline } from './failure';
import type { Failure } from './failure';
import { isSameOwner } from './session';
import type { Session } from './session';
import type { Ticket } from './ticket';

export interface RequestPorts {
  session: Pick<Session, 'current' | 'renew'>;
  language(): string;
  fetch?: typeof fetch;
  baseUrl?: string;
}

/** What an endpoint may ask for besides: a file takes longer than an answer. */
export interface Patience {
  patienceMs?: number;
}

export type ApiQuery = BaseQueryFn<string | FetchArgs, unknown, Failure, Patience, FetchBaseQueryMeta>;

const NEED_NOBODY = /^\/api\/v1\/(?:users$|auth\/(?!switch|logout|accept-invitation))/;
const SPENT = new Set(['token_expired', 'token_revoked', 'token_invalid', 'token_missing']);
const PATIENCE_MS = 30_000;
export const FILE_PATIENCE_MS = 15 * 60_000;

const read = async (response: Response): Promise<unknown> => {
  if (response.status === 204) return null;
  const type = response.headers.get('Content-Type') ?? '';
  if (/[/+]json\b/.test(type)) return response.json();
  return response.headers.has('Content-Disposition') ? response.blob() : response.text();
};

function failed(error: FetchBaseQueryError, meta: FetchBaseQueryMeta | undefined): Failure {
  const headers = meta?.response?.headers;
  if (typeof error.status === 'number') return failureOf(error.status, error.data, headers);
  return error.status === 'PARSING_ERROR' ? failureOf(error.originalStatus, undefined, headers) : offline();
}

const isSpent = (error: FetchBaseQueryError | undefined): boolean => error?.status === 401 && SPENT.has(failureOf(401, error.data).code);

export function apiQuery({ session, language, fetch, baseUrl = '/' }: RequestPorts): ApiQuery {
  const raw = fetchBaseQuery({ baseUrl, responseHandler: read, ...(fetch && { fetchFn: fetch }) });

  const send = async (asked: FetchArgs, ticket: Ticket | undefined, api: BaseQueryApi) => {
    const given = asked.headers as Record<string, string | undefined> | undefined;
    const ours = { 'Accept-Language': language(), 'X-Session-Transport': 'cookie' };
    const shown = ticket && { Authorization: `Bearer ${ticket.accessToken}` };
    return raw({ ...asked, headers: { ...given, ...ours, ...shown } }, api, {});
  };

  async function answered(asked: FetchArgs, api: BaseQueryApi) {
    const ticket = NEED_NOBODY.test(asked.url) ? undefined : await session.current();
    const answer = await send(asked, ticket, api);
    if (!ticket || !isSpent(answer.error)) return answer;
    const fresh = await session.renew(ticket);
    if (!fresh) return answer;
    return isSameOwner(ticket, fresh) ? send(asked, fresh, api) : companyChanged();
  }

  return async (args, api, extra) => {
    try {
      const timeout = (extra as Patience | undefined)?.patienceMs ?? PATIENCE_MS;
      const answer = await answered({ ...(typeof args === 'string' ? { url: args } : args), timeout }, api);
      if ('kind' in answer) return { error: answer };
      if (answer.error) return { error: failed(answer.error, answer.meta), meta: answer.meta };
      return { data: answer.data, meta: answer.meta };
    } catch {
      return { error: offline() }; // a refresh that nobody answered
    }
  };
}
