/** Films and reports alike: something that was asked for, takes a while, and is there or is not. */
import type { ContentStatus, Report, Video } from '@/generated/content';

export type Kind = 'video' | 'report';
export type State = 'waiting' | 'making' | 'done' | 'failed' | 'cancelled';

export interface Work {
  kind: Kind;
  id: string;
  title: string;
  state: State;
  progress: number;
  /** Why it failed, in the person's language. */
  why: string | null;
  fromDate: string;
  toDate: string;
  createdAt: string;
  completedAt: string | null;
  pocCount: number | null;
  isScheduled: boolean;
  /** A signed link to the file. */
  file: string | null;
}

export function stateOf(status: ContentStatus, errorCode: string | null): State {
  if (status === 'FAILED') return errorCode === 'cancelled' ? 'cancelled' : 'failed';
  return ({ PENDING: 'waiting', PROCESSING: 'making', COMPLETED: 'done' } as const)[status];
}

export const isUnderWay = ({ state }: Pick<Work, 'state'>): boolean => state === 'waiting' || state === 'making';
export const canBeTriedAgain = ({ state }: Pick<Work, 'state'>): boolean => state === 'failed' || state === 'cancelled';

const common = (one: Video | Report) => ({
  title: one.title,
  state: stateOf(one.status, one.errorCode),
  progress: one.progress,
  why: one.errorMessage,
  fromDate: one.fromDate,
  toDate: one.toDate,
  createdAt: one.createdAt,
  completedAt: one.completedAt,
  pocCount: one.pocCount,
  isScheduled: one.isScheduled,
});

export const workOfVideo = (video: Video): Work => ({ ...common(video), kind: 'video', id: video.requestId, file: video.videoUrl });
export const workOfReport = (report: Report): Work => ({ ...common(report), kind: 'report', id: report.reportId, file: report.reportUrl });

/** What a screen reader is told of progress: the quarters, and no more. Undefined: nothing new. */
export function quarterReached(before: number, after: number): number | undefined {
  const quarter = Math.floor(after / 25) * 25;
  return quarter > before && quarter > 0 && quarter < 100 ? quarter : undefined;
}
