// The API that RTK Query's generated endpoints are injected into: what is JSON is read as JSON, files as Blobs, all else as text.
import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query';

declare const process: { env: Record<string, string> };

export const session = { token: '' };

const read = async (response: Response) => {
  const type = response.headers.get('Content-Type') ?? '';
  if (/[/+]json\b/.test(type)) return response.json();
  if (response.headers.has('Content-Disposition')) return response.blob();
  return response.text();
};

export const baseApi = createApi({
  baseQuery: fetchBaseQuery({
    baseUrl: process.env.MRBILL_URL,
    responseHandler: read,
    prepareHeaders: (headers) => (session.token ? headers.set('Authorization', `Bearer ${session.token}`) : undefined),
  }),
  endpoints: () => ({}),
});
