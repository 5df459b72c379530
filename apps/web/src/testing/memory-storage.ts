import { storageOver } from '@/shared/lib/storage';

/** What a browser keeps, without one: in memory, full after `room` entries. */
export function memoryStorage(room = Number.POSITIVE_INFINITY) {
  const entries = new Map<string, string>();
  const store = {
    get length() {
      return entries.size;
    },
    key: (at: number) => [...entries.keys()][at] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (!entries.has(key) && entries.size >= room) throw new Error('full');
      entries.set(key, value);
    },
    removeItem: (key: string) => void entries.delete(key),
    clear: () => entries.clear(),
  };
  return storageOver(() => store as Storage);
}
