/**
 * What is being written, kept until it was sent. A draft belongs to a person in a company and to a form; each open form has one of its own,
 * held by a lock that ends with the tab, so that two tabs never write over each other's and what a crash left behind is found again.
 */
import type { Storage } from './storage';

export interface Draft<T> {
  id: string;
  savedAt: number;
  value: T;
}

export interface DraftPorts {
  storage: Storage;
  now(): number;
  newId(): string;
  /** Takes the lock if nobody has it. What is returned gives it back. */
  hold(name: string): Promise<(() => void) | undefined>;
}

const PREFIX = 'mrbill.draft';
const MAX_AGE_MS = 90 * 24 * 3_600_000;

export interface HeldDraft<T> {
  /** What was found: undefined for a fresh one. */
  found: T | undefined;
  /** False: this browser keeps nothing (full, forbidden). */
  keep(value: T): boolean;
  /** Sent, or thrown away by who wrote it. */
  drop(): void;
  /** The form is closed; the draft stays for the next. */
  release(): void;
}

export async function holdDraft<T>(ports: DraftPorts, owner: string, form: string): Promise<HeldDraft<T>> {
  const prefix = `${PREFIX}.${owner}.${form}.`;
  for (const draft of found<T>(ports, prefix)) {
    const release = await ports.hold(prefix + draft.id);
    if (release) return held(ports, prefix + draft.id, release, draft.value);
  }
  const key = prefix + ports.newId();
  return held<T>(ports, key, (await ports.hold(key)) ?? (() => undefined), undefined);
}

/** The newest first. Old ones go. */
function found<T>({ storage, now }: DraftPorts, prefix: string): Draft<T>[] {
  const keys = storage.keys().filter((key) => key.startsWith(prefix));
  const drafts = keys.flatMap((key) => storage.read<Draft<T>>(key) ?? []);
  drafts.filter(({ savedAt }) => now() - savedAt > MAX_AGE_MS).forEach(({ id }) => storage.remove(prefix + id));
  return drafts.filter(({ savedAt }) => now() - savedAt <= MAX_AGE_MS).sort((one, other) => other.savedAt - one.savedAt);
}

function held<T>({ storage, now }: DraftPorts, key: string, release: () => void, value: T | undefined): HeldDraft<T> {
  const id = key.slice(key.lastIndexOf('.') + 1);
  return {
    found: value,
    keep: (written) => storage.write(key, { id, savedAt: now(), value: written } satisfies Draft<T>),
    drop: () => storage.remove(key),
    release,
  };
}
