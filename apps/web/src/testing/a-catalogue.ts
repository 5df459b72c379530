import { configureStore } from '@reduxjs/toolkit';
import type { Reducer } from '@reduxjs/toolkit';
import { vi } from 'vitest';
import { baseApi, connectApi } from '@/shared/api/base-api';
import { apiQuery } from '@/shared/api/base-query';

interface Answer {
  status: number;
  body?: unknown;
}

interface Asked {
  method: string;
  path: string;
  ifMatch: string | null;
  key: string | null;
  body: () => Promise<unknown>;
  answer: (with_: Answer) => void;
}

/** A catalogue that answers when it is told to, and a store that asks it. */
export function aCatalogue<Changes>(reducers: { pocChanges: Reducer<Changes> }) {
  const asked: Asked[] = [];
  const fetch = (request: Request) =>
    new Promise<Response>((resolve) => {
      const answer = ({ status, body }: Answer) =>
        resolve(
          new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }),
        );
      const { method, headers, url } = request;
      const body = async (): Promise<unknown> => request.json();
      asked.push({
        ...{ method, path: new URL(url).pathname },
        ...{ ifMatch: headers.get('If-Match'), key: headers.get('Idempotency-Key'), body, answer },
      });
    });
  const session = { current: async () => undefined, renew: async () => undefined };
  connectApi(apiQuery({ session, language: () => 'en', fetch: fetch as unknown as typeof globalThis.fetch, baseUrl: 'http://localhost/' }));
  const store = configureStore({
    reducer: { [baseApi.reducerPath]: baseApi.reducer, pocChanges: reducers.pocChanges },
    middleware: (standard) => standard().concat(baseApi.middleware),
  });
  const arrival = (count: number): Promise<Asked> =>
    vi.waitFor(
      () => {
        if (asked.length < count) throw new Error(`${asked.length} of ${count} requests were sent`);
        return asked[count - 1] as Asked;
      },
      { timeout: 30_000, interval: 1 },
    );
  return { store, asked, arrival };
}
