/** An import, as lists and events say it. */
import type { ImportJob } from '@/generated/catalog';

/** Called the same in every language. */
export const FORMATS = { csv: 'CSV', jsonl: 'JSON Lines' } as const;

export const isOpen = ({ status }: Pick<ImportJob, 'status'>): boolean => status === 'PENDING' || status === 'PROCESSING';

/** Of the data of a `progress` event; undefined where it is none. */
export function toldIn(data: string): ImportJob | undefined {
  try {
    const job = JSON.parse(data) as Partial<ImportJob>;
    return typeof job.importId === 'string' && typeof job.status === 'string' && typeof job.progress === 'number'
      ? (job as ImportJob)
      : undefined;
  } catch {
    return undefined;
  }
}
