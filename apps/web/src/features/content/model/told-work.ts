/** What an event of the stream of all work says. */
import type { ContentStatus } from '@/generated/content';

export interface ToldWork {
  kind: 'VIDEO' | 'REPORT';
  id: string;
  status: ContentStatus;
  progress: number;
}

const STATUSES: readonly string[] = ['PENDING', 'PROCESSING', 'COMPLETED', 'FAILED'] satisfies ContentStatus[];

/** Of `progress`; of `gone`, kind and id alone are to be read. Undefined where it is neither. */
export function toldIn(data: string): ToldWork | undefined {
  try {
    const { kind, id, status = 'FAILED', progress = 0 } = JSON.parse(data) as Partial<ToldWork>;
    const isKnown = (kind === 'VIDEO' || kind === 'REPORT') && typeof id === 'string';
    return isKnown && STATUSES.includes(status) && typeof progress === 'number' ? { kind, id, status, progress } : undefined;
  } catch {
    return undefined;
  }
}

export const isOpen = ({ status }: Pick<ToldWork, 'status'>): boolean => status === 'PENDING' || status === 'PROCESSING';
