/**
 * Films and reports as they are made: what the stream of all work tells is laid into what is known. What has come to an end, is new, or may
 * have been missed is read once more.
 */
import type { ServerEvent } from '@/shared/api/event-stream';
import { isLaid, useEvents } from '@/shared/api/use-events';
import type { Known } from '@/shared/api/use-events';
import { contentApi } from './endpoints';
import { isOpen, toldIn } from './told-work';
import type { ToldWork } from './told-work';

const PATH = '/api/v1/content/events';
const { selectCachedArgsForQuery: argumentsOf, invalidateTags, updateQueryData } = contentApi.util;

type Store = Known<{ [contentApi.reducerPath]: ReturnType<typeof contentApi.reducer> }>;

/** Lays in what was told. False: it stands in no list that is known. */
type Lay = (store: Store, told: ToldWork) => boolean;

const layVideo: Lay = ({ getState, dispatch }, { id, status, progress }) => {
  let isListed = false;
  dispatch(updateQueryData('getVideo', { requestId: id }, (video) => void Object.assign(video, { status, progress })));
  for (const page of argumentsOf(getState(), 'listVideos'))
    dispatch(
      updateQueryData('listVideos', page, ({ items }) => {
        isListed = isLaid(items, ({ requestId }) => requestId === id, { status, progress }) || isListed;
      }),
    );
  return isListed;
};

const layReport: Lay = ({ getState, dispatch }, { id, status, progress }) => {
  let isListed = false;
  dispatch(updateQueryData('getReport', { reportId: id }, (report) => void Object.assign(report, { status, progress })));
  for (const page of argumentsOf(getState(), 'listReports'))
    dispatch(
      updateQueryData('listReports', page, ({ items }) => {
        isListed = isLaid(items, ({ reportId }) => reportId === id, { status, progress }) || isListed;
      }),
    );
  return isListed;
};

/** Reads again what was open when it was last heard of: it may have ended unheard. */
function catchUp({ getState, dispatch }: Store): void {
  const state = getState();
  const { listVideos, getVideo, listReports, getReport } = contentApi.endpoints;
  const videos = [
    ...argumentsOf(state, 'listVideos').flatMap((page) => listVideos.select(page)(state).data?.items ?? []),
    ...argumentsOf(state, 'getVideo').flatMap((video) => getVideo.select(video)(state).data ?? []),
  ];
  const reports = [
    ...argumentsOf(state, 'listReports').flatMap((page) => listReports.select(page)(state).data?.items ?? []),
    ...argumentsOf(state, 'getReport').flatMap((report) => getReport.select(report)(state).data ?? []),
  ];
  if (videos.some(isOpen)) dispatch(invalidateTags(['Videos']));
  if (reports.some(isOpen)) dispatch(invalidateTags(['Reports']));
}

function hear(store: Store, { name, data }: ServerEvent): void {
  if (name === 'joined' || name === 'ready') return catchUp(store);
  const told = toldIn(data);
  if (!told) return;
  const isFilm = told.kind === 'VIDEO';
  if (name === 'gone') return void store.dispatch(invalidateTags([isFilm ? 'VideoList' : 'ReportList']));
  const isLaid = isOpen(told) && (isFilm ? layVideo : layReport)(store, told);
  if (!isLaid) store.dispatch(invalidateTags([isFilm ? 'Videos' : 'Reports']));
}

export const useLive = (): void => useEvents(PATH, hear);
