/** The app's own way to ask: its store, its endpoints, its one query. Only the address is the mock's, and the ticket a made-up one. */
import { connectApi } from '@/shared/api/base-api';
import { apiQuery } from '@/shared/api/base-query';
import type { Ticket } from '@/shared/api/ticket';
import { createStore } from '@/app/store';
import type { Store } from '@/app/store';
import { like, regex } from './library';

const ticket = { accessToken: 'the-ticket', userId: 'ana', tenantId: 'curious', role: 'OWNER' } as unknown as Ticket;
const session = { current: () => Promise.resolve(ticket), renew: () => Promise.resolve(undefined) };

/** A store whose requests go to `url`. */
export function asking(url: string): Store {
  connectApi(apiQuery({ session, language: () => 'en', baseUrl: url }));
  return createStore();
}

/** With every request of who is signed in; the real ticket takes its place when the service is asked. */
export const SIGNED_IN = { Authorization: regex(/^Bearer .+$/, 'Bearer the-ticket'), 'Accept-Language': 'en' };
export const JSON_TYPE = { 'Content-Type': regex(/^application\/json/, 'application/json') };

/** Whatever is refused: what the app shows, and the code by which it decides. */
export const refused = (code: string, more: object = {}) => ({
  code,
  detail: like('Why.'),
  requestId: like('0af7651916cd43dd8448eb211c80319c'),
  ...more,
});
export const PROBLEM = { 'Content-Type': regex(/^application\/problem\+json/, 'application/problem+json') };
