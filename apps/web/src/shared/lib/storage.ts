/** What a browser keeps for us. It may be forbidden, full or broken: then nothing is kept, and nothing else changes. */
export interface Storage {
  read<T>(key: string): T | undefined;
  write(key: string, value: unknown): boolean;
  remove(key: string): void;
  keys(): string[];
}

export function storageOver(open: () => globalThis.Storage): Storage {
  const attempt = <T>(action: (store: globalThis.Storage) => T, otherwise: T): T => {
    try {
      return action(open());
    } catch {
      return otherwise;
    }
  };
  return {
    read: <T>(key: string) =>
      attempt<T | undefined>((store) => {
        const kept = store.getItem(key);
        return kept === null ? undefined : (JSON.parse(kept) as T);
      }, undefined),
    write: (key, value) =>
      attempt((store) => {
        store.setItem(key, JSON.stringify(value));
        return true;
      }, false),
    remove: (key) => attempt((store) => store.removeItem(key), undefined),
    keys: () => attempt((store) => Array.from({ length: store.length }, (_, at) => store.key(at) ?? ''), []),
  };
}

export const kept = storageOver(() => window.localStorage);
export const keptForTab = storageOver(() => window.sessionStorage);
