/** What a person keeps. One that is deleted goes at once, and comes back where the deletion was refused. */
import { catalogApi } from '@/generated/catalog';
import { tellTabs } from '@/shared/lib/browser-tabs';

const told = async (_arg: unknown, { queryFulfilled }: { queryFulfilled: Promise<unknown> }): Promise<void> => {
  await queryFulfilled.then(
    () => tellTabs('Searches'),
    () => undefined,
  );
};

const api = catalogApi.enhanceEndpoints({
  endpoints: {
    listSavedSearches: { providesTags: ['Searches'] },
    createSavedSearch: { invalidatesTags: ['Searches'], onQueryStarted: told },
    replaceSavedSearch: { invalidatesTags: ['Searches'], onQueryStarted: told },
    deleteSavedSearch: { invalidatesTags: ['Searches'] },
  },
});

export const searchesApi = api.enhanceEndpoints({
  endpoints: {
    deleteSavedSearch: {
      onQueryStarted: async ({ savedSearchId }, { dispatch, queryFulfilled }) => {
        const without = api.util.updateQueryData('listSavedSearches', undefined, (known) => {
          known.items = known.items.filter((each) => each.savedSearchId !== savedSearchId);
        });
        const { undo } = dispatch(without);
        await queryFulfilled.then(() => tellTabs('Searches'), undo);
      },
    },
  },
});

export const { useListSavedSearchesQuery, useCreateSavedSearchMutation, useReplaceSavedSearchMutation, useDeleteSavedSearchMutation } =
  searchesApi;
