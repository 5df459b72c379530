/** The API that the generated endpoints of every contract are injected into. app/ connects it to the session. */
import { createApi } from '@reduxjs/toolkit/query/react';
import type { ApiQuery } from './base-query';

let query: ApiQuery | undefined;

export function connectApi(connected: ApiQuery): void {
  query = connected;
}

const asConnected: ApiQuery = (args, api, options) => {
  if (!query) throw new Error('the API is used before app/ has connected it');
  return query(args, api, options);
};

export const baseApi = createApi({
  reducerPath: 'api',
  baseQuery: asConnected,
  tagTypes: ['Pocs', 'Poc', 'Me', 'Imports', 'Searches'],
  keepUnusedDataFor: 300, // Back is instant
  refetchOnReconnect: true,
  endpoints: () => ({}),
});
