/** Back and Forward find the place where one was; a new address begins at its top; one that is only rewritten stays where it is. */
import { useEffect, useLayoutEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

const places = new Map<string, number>();

export function useScrollMemory(): void {
  const { key } = useLocation();
  const way = useNavigationType();
  useEffect(() => {
    window.history.scrollRestoration = 'manual'; // the browser would do it before the list is there
    const remember = () => void places.set(key, window.scrollY);
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, [key]);
  useLayoutEffect(() => {
    if (way === 'POP') window.scrollTo(0, places.get(key) ?? 0);
    else if (way === 'PUSH') window.scrollTo(0, 0);
  }, [key, way]);
}
