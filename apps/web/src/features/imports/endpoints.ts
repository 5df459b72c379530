/** The catalogue's imports. A file takes as long as the person's line needs. */
import { catalogApi } from '@/generated/catalog';
import { FILE_PATIENCE_MS } from '@/shared/api/base-query';

export const importsApi = catalogApi.enhanceEndpoints({
  endpoints: {
    createImport: { invalidatesTags: ['Imports'], extraOptions: { patienceMs: FILE_PATIENCE_MS } },
    listImports: { providesTags: ['Imports'] },
    getImport: { providesTags: ['Imports'] },
    cancelImport: { invalidatesTags: ['Imports'] },
    listImportChanges: { providesTags: ['Imports'] },
    undoImport: { invalidatesTags: ['Imports', 'Pocs', 'Poc'] },
  },
});
