/** Whoever listens is told, in the order in which they began to listen. */
export interface Emitter<T> {
  tell(value: T): void;
  listen(listener: (value: T) => void): () => void;
}

export function emitter<T>(): Emitter<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    tell: (value) => [...listeners].forEach((listener) => listener(value)),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
