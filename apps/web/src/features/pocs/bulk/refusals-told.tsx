/** Listens on every page for what of a change of many was refused. */
import { Suspense, lazy, useEffect, useState } from 'react';
import { refusals } from '../model/refusals';
import type { Refusals } from '../model/refusals';

const Refused = lazy(async () => ({ default: (await import('./refused')).Refused }));

export function RefusalsTold() {
  const [told, setTold] = useState<Refusals>();
  useEffect(() => refusals.listen(setTold), []);
  return <Suspense>{told && <Refused {...told} onClose={() => setTold(undefined)} />}</Suspense>;
}
