import { useEffect } from 'react';

const AT_REST_MS = 2_000;

/** What is typed while a part is on its way would go elsewhere: it is fetched once the page has come to rest. */
export function useAtHand(load: () => Promise<unknown>): void {
  useEffect(() => {
    const later = window.setTimeout(() => void load().catch(() => undefined), AT_REST_MS); // asked for again where it is needed
    return () => window.clearTimeout(later);
  }, [load]);
}
