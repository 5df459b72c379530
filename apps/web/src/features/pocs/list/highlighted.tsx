import type { Highlight, PocListItem } from '@/generated/catalog';

/** The pieces of a text, and which of them were searched for. Ranges count UTF-16 units, as strings here do. */
export function piecesOf({ fragment, matches }: Pick<Highlight, 'fragment' | 'matches'>): { text: string; isMatch: boolean }[] {
  const pieces: { text: string; isMatch: boolean }[] = [];
  let at = 0;
  for (const { start, length } of [...matches].sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    pieces.push({ text: fragment.slice(at, start), isMatch: false }, { text: fragment.slice(start, start + length), isMatch: true });
    at = start + length;
  }
  pieces.push({ text: fragment.slice(at), isMatch: false });
  return pieces.filter(({ text }) => text !== '');
}

export function Highlighted({ item, field, otherwise }: { item: PocListItem; field: 'name' | 'description'; otherwise: string }) {
  const highlight = item.highlights.find((each) => each.field === field);
  if (!highlight) return <>{otherwise}</>;
  return <>{piecesOf(highlight).map(({ text, isMatch }, at) => (isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}</>;
}
