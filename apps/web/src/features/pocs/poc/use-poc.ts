/** One POC as it is to be seen: from its own address, or already from the list one came from, under what was changed here. */
import { useMemo } from 'react';
import type { Poc } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { askedAtOf } from '../model/asked-at';
import { shownOf } from '../model/changes';
import type { Shown } from '../model/changes';
import { pocsApi } from '../model/endpoints';
import { usePocsSelector } from '../model/store';
import type { PocsState } from '../model/store';

interface PocSeen {
  poc: Shown | undefined;
  isMissing: boolean;
  failure: Failure | undefined;
  again: () => void;
}

/** Every list that this tab knows. */
function fromLists(state: PocsState, pocId: string): Shown | undefined {
  for (const query of Object.values(state.api.queries)) {
    if (query?.endpointName !== 'listPocs') continue;
    const found = (query.data as { items: Shown[] } | undefined)?.items.find((item) => item.pocId === pocId);
    if (found) return found;
  }
  return undefined;
}

const asItem = (poc: Poc): Shown => ({ ...poc, deletedAt: null, highlights: [] });

export function usePoc(pocId: string): PocSeen {
  const { currentData, error, status, startedTimeStamp, fulfilledTimeStamp, refetch } = pocsApi.useGetPocQuery({ pocId });
  const askedAt = askedAtOf({ status, data: currentData, startedTimeStamp, fulfilledTimeStamp });
  const listed = usePocsSelector((state) => fromLists(state, pocId));
  const changes = usePocsSelector((state) => state.pocChanges);
  const known = currentData ? asItem(currentData) : listed;
  const poc = useMemo(() => known && shownOf({ ...known, highlights: [] }, changes, askedAt), [known, changes, askedAt]);
  const failure = error && asFailure(error);
  const isMissing = failure?.status === 404 || failure?.status === 400 || (known !== undefined && poc === undefined);
  return { poc: isMissing ? undefined : poc, isMissing, failure: isMissing ? undefined : failure, again: () => void refetch() };
}
