import { useRef } from 'react';
import { heldLink } from './links';

/** The link to use for a file whose link may be signed anew. `renew`, where it has run out: the newest from then on. */
export function useHeldLink(fresh: string | null): { link: string | null; renew: () => string | null } {
  const held = useRef<string | null>(fresh);
  held.current = heldLink(held.current, fresh);
  const renew = () => (held.current = fresh);
  return { link: held.current, renew };
}
