import { useEffect, useState } from 'react';
import { failureOf, offline } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';

/** As the build writes them, of each package that is in it: vite.config.ts. */
export interface Licence {
  name: string;
  version: string;
  identifier?: string;
  text?: string;
}

const FILE = `${import.meta.env.BASE_URL}licences.json`;

async function read(): Promise<readonly Licence[] | Failure> {
  try {
    const answer = await fetch(FILE);
    return answer.ok ? ((await answer.json()) as Licence[]) : failureOf(answer.status, undefined, answer.headers);
  } catch {
    return offline();
  }
}

export function useLicences() {
  const [found, setFound] = useState<readonly Licence[] | Failure>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isLeft = false;
    void read().then((answer) => !isLeft && setFound(answer));
    return () => void (isLeft = true);
  }, [attempt]);
  const isFound = found !== undefined && !('kind' in found);
  return {
    licences: isFound ? found : undefined,
    failure: isFound ? undefined : found,
    again: () => setAttempt((before) => before + 1),
  };
}
