/** Drafts in this browser: localStorage, and a Web Lock for each form that is open. */
import type { DraftPorts } from './drafts';
import { kept } from './storage';

function hold(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(undefined);
      return new Promise<void>((release) => resolve(release));
    });
  });
}

export const browserDrafts: DraftPorts = { storage: kept, now: () => Date.now(), newId: () => crypto.randomUUID(), hold };
