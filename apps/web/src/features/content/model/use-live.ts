/**
 * The item that is looked at, as it is made: one stream a tab at most, while the tab is seen. What it brings is laid into what is known;
 * when it is over, the item is read once more, with its links.
 */
import { useEffect, useState } from 'react';
import { browserStreams } from '@/shared/api/browser-streams';
import { followEvents } from '@/shared/api/event-stream';
import { useSession, useSessionState } from '@/shared/api/session-context';
import { useAppDispatch } from '@/shared/api/store';
import type { Dispatch } from '@/shared/api/store';
import { contentApi } from './endpoints';
import { isUnderWay, progressIn } from './works';
import type { Kind, Progress, Work } from './works';

const PATHS: Record<Kind, string> = { video: '/api/v1/content/videos', report: '/api/v1/content/reports' };

function lay(kind: Kind, id: string, { status, progress }: Progress) {
  const change = (known: { status: Progress['status']; progress: number }) => void Object.assign(known, { status, progress });
  return kind === 'video'
    ? contentApi.util.updateQueryData('getVideo', { requestId: id }, change)
    : contentApi.util.updateQueryData('getReport', { reportId: id }, change);
}

const readAgain = (dispatch: Dispatch, kind: Kind) =>
  void dispatch(contentApi.util.invalidateTags(kind === 'video' ? ['Videos'] : ['Reports']));

function useIsSeen(): boolean {
  const [isSeen, setSeen] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setSeen(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isSeen;
}

export function useLive(work: Work | undefined): void {
  const session = useSession();
  const { status } = useSessionState();
  const dispatch = useAppDispatch();
  const isSeen = useIsSeen();
  const { kind, id } = work ?? {};
  const isOn = work !== undefined && isUnderWay(work) && isSeen && status === 'signed-in';
  useEffect(() => {
    if (!isOn || !kind || !id) return undefined;
    const onEvent = ({ data }: { data: string }) => {
      const told = progressIn(data);
      if (!told) return false;
      const isOver = told.status === 'COMPLETED' || told.status === 'FAILED';
      if (isOver) readAgain(dispatch, kind);
      else dispatch(lay(kind, id, told));
      return isOver;
    };
    return followEvents(browserStreams(session), `${PATHS[kind]}/${id}/events`, { onEvent, onRefused: () => readAgain(dispatch, kind) });
  }, [isOn, kind, id, session, dispatch]);
}
