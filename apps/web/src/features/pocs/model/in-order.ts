/** Changes of one POC are sent one after the other, whoever sends them. */
import { queues } from '@/shared/lib/queue';

export const inOrder = queues();

/** Of many at once: when all that was sent before for any of them is answered; what comes later for one waits until `work` is done. */
export async function inOrderOfAll<T>(pocIds: readonly string[], work: () => Promise<T>): Promise<T> {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const turns = pocIds.map((pocId) => new Promise<void>((begun) => void inOrder(pocId, () => (begun(), ended))));
  await Promise.all(turns);
  try {
    return await work();
  } finally {
    end();
  }
}
