/** The searches that a person keeps, by name. */
import type { SavedSearch } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import { useListSavedSearchesQuery } from './endpoints';

const NONE: readonly SavedSearch[] = [];

/** `isFresh`: other tabs may have kept something since. */
export function useSearches(isFresh = false) {
  const { currentData, error, refetch } = useListSavedSearchesQuery(undefined, { refetchOnMountOrArgChange: isFresh });
  return { searches: currentData?.items ?? NONE, isKnown: currentData !== undefined, failure: error && asFailure(error), refetch };
}
