/** Imports as they go on: what the stream of all of them tells is laid into what is known; what has come to an end is read once more. */
import type { ImportJob } from '@/generated/catalog';
import type { ServerEvent } from '@/shared/api/event-stream';
import { isLaid, useEvents } from '@/shared/api/use-events';
import type { Known } from '@/shared/api/use-events';
import { importsApi } from './endpoints';
import { isOpen, toldIn } from './jobs';

const PATH = '/api/v1/pocs/imports/events';
const { selectCachedArgsForQuery: argumentsOf, invalidateTags, updateQueryData } = importsApi.util;

/** False: it stands in no list that is known. */
function lay({ getState, dispatch }: Known, told: ImportJob): boolean {
  let isListed = false;
  for (const one of argumentsOf(getState(), 'getImport'))
    if (one.importId === told.importId) dispatch(updateQueryData('getImport', one, (job) => void Object.assign(job, told)));
  for (const page of argumentsOf(getState(), 'listImports'))
    dispatch(
      updateQueryData('listImports', page, ({ items }) => {
        isListed = isLaid(items, ({ importId }) => importId === told.importId, told) || isListed;
      }),
    );
  return isListed;
}

/** Reads again what was open when it was last heard of: it may have ended unheard. */
function catchUp({ getState, dispatch }: Known): void {
  const state = getState();
  const { listImports, getImport } = importsApi.endpoints;
  const jobs: ImportJob[] = [
    ...argumentsOf(state, 'listImports').flatMap((page) => listImports.select(page)(state).data?.items ?? []),
    ...argumentsOf(state, 'getImport').flatMap((one) => getImport.select(one)(state).data ?? []),
  ];
  if (jobs.some(isOpen)) dispatch(invalidateTags(['Imports']));
}

function hear(known: Known, { name, data }: ServerEvent): void {
  if (name === 'joined' || name === 'ready') return catchUp(known);
  const told = toldIn(data);
  if (told && !(isOpen(told) && lay(known, told))) known.dispatch(invalidateTags(['Imports']));
}

export const useLiveImports = (): void => useEvents(PATH, hear);
