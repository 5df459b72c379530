import { useEffect, useState } from 'react';
import { announcements } from '@/shared/lib/announce';

const HIDDEN = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } as const;

/** The same sentence twice is said twice: the node is a new one each time. */
export function LiveRegion() {
  const [said, setSaid] = useState({ number: 0, sentence: '' });
  useEffect(() => announcements.listen((sentence) => setSaid(({ number }) => ({ number: number + 1, sentence }))), []);
  return (
    <div role="status" aria-live="polite" style={HIDDEN}>
      <span key={said.number}>{said.sentence}</span>
    </div>
  );
}
