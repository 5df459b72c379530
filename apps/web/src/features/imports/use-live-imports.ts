/** Imports as they go on: what the stream of all of them tells is laid into what is known; what has come to an end is read once more. */
import { useCallback } from 'react';
import { useStore } from 'react-redux';
import type { ImportJob } from '@/generated/catalog';
import type { ServerEvent } from '@/shared/api/event-stream';
import type { ApiState, Dispatch } from '@/shared/api/store';
import { useEvents } from '@/shared/api/use-events';
import { importsApi } from './endpoints';
import { isOpen, toldIn } from './jobs';

const PATH = '/api/v1/pocs/imports/events';
const { selectCachedArgsForQuery: argumentsOf, invalidateTags, updateQueryData } = importsApi.util;

interface Store {
  getState(): ApiState;
  dispatch: Dispatch;
}

/** False: it stands in no list that is known. */
function lay({ getState, dispatch }: Store, told: ImportJob): boolean {
  let isListed = false;
  for (const one of argumentsOf(getState(), 'getImport'))
    if (one.importId === told.importId) dispatch(updateQueryData('getImport', one, (job) => void Object.assign(job, told)));
  for (const page of argumentsOf(getState(), 'listImports'))
    dispatch(
      updateQueryData('listImports', page, ({ items }) => {
        const job = items.find(({ importId }) => importId === told.importId);
        isListed ||= job !== undefined;
        if (job) Object.assign(job, told);
      }),
    );
  return isListed;
}

/** Reads again what was open when it was last heard of: it may have ended unheard. */
function catchUp({ getState, dispatch }: Store): void {
  const state = getState();
  const { listImports, getImport } = importsApi.endpoints;
  const jobs: ImportJob[] = [
    ...argumentsOf(state, 'listImports').flatMap((page) => listImports.select(page)(state).data?.items ?? []),
    ...argumentsOf(state, 'getImport').flatMap((one) => getImport.select(one)(state).data ?? []),
  ];
  if (jobs.some(isOpen)) dispatch(invalidateTags(['Imports']));
}

function hear(store: Store, { name, data }: ServerEvent): void {
  if (name === 'joined' || name === 'ready') return catchUp(store);
  const told = toldIn(data);
  if (told && !(isOpen(told) && lay(store, told))) store.dispatch(invalidateTags(['Imports']));
}

export function useLiveImports(): void {
  const store = useStore() as Store;
  useEvents(
    PATH,
    useCallback((event) => hear(store, event), [store]),
  );
}
