/** The catalogue's endpoints with what makes whose answers old. */
import { catalogApi } from '@/generated/catalog';

export const pocsApi = catalogApi.enhanceEndpoints({
  endpoints: {
    listPocs: { providesTags: ['Pocs'] },
    getPocFacets: { providesTags: ['Pocs'] },
    getPocStats: { providesTags: ['Pocs'] },
    getPoc: { providesTags: (_answer, _error, { pocId }) => [{ type: 'Poc', id: pocId }] },
  },
});
