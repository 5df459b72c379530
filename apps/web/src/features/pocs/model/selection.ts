/**
 * Which POCs of a list are picked, wherever in it they stand. Invariant: what is picked belongs to the list it was picked in, and what is
 * seen to have left that list is no longer picked: nothing can be deleted that its owner does not see.
 */
import type { PocListItem } from '@/generated/catalog';

/** A POC as it was seen when it was picked. */
export type Picked = Pick<PocListItem, 'pocId' | 'version' | 'name' | 'tags' | 'isPublic'>;

export interface Place extends Picked {
  /** Where in the list it stood when it was seen last. */
  index: number;
}

export type Selection = ReadonlyMap<string, Place>;
export const NOTHING_PICKED: Selection = new Map();

/** The service changes so many by one request, and so many are picked at most. */
export const MOST = 500;

const asPlace = (poc: Picked, index: number): Place => ({
  pocId: poc.pocId,
  version: poc.version,
  name: poc.name,
  tags: poc.tags,
  isPublic: poc.isPublic,
  index,
});

export interface Known {
  total: number;
  at: (index: number) => (Picked & { isNew?: boolean }) | undefined;
  /** Where it stands, if its page is known. */
  placeOf: (pocId: string) => number | undefined;
}

const pickable = (rows: Known, index: number): Picked | undefined => {
  const poc = rows.at(index);
  return poc && !poc.isNew ? poc : undefined;
};

export function toggled(selection: Selection, rows: Known, index: number): Selection {
  const poc = pickable(rows, index);
  if (!poc) return selection;
  const next = new Map(selection);
  if (!next.delete(poc.pocId) && next.size < MOST) next.set(poc.pocId, asPlace(poc, index));
  return next;
}

/** Those of `selection` and those at the indexes, in their order, until there are as many as can be picked. */
export function withAll(selection: Selection, rows: Known, indexes: readonly number[]): Selection {
  const next = new Map(selection);
  for (const index of indexes) {
    const poc = pickable(rows, index);
    if (poc && (next.size < MOST || next.has(poc.pocId))) next.set(poc.pocId, asPlace(poc, index));
  }
  return next;
}

/** From one to the other, the nearest to `from` first; no more than can be picked. */
export function between(from: number, to: number): readonly number[] {
  const step = to < from ? -1 : 1;
  return Array.from({ length: Math.min(MOST, Math.abs(to - from) + 1) }, (_, at) => from + at * step);
}

/** As the list says it now: what it shows in a newer version is picked in that one, and what is no longer where it stood is let go. */
export function stillIn(selection: Selection, rows: Known): Selection {
  const next = new Map<string, Place>();
  let isSame = true;
  for (const place of selection.values()) {
    const index = rows.placeOf(place.pocId);
    const poc = index === undefined ? undefined : rows.at(index);
    if (index !== undefined && poc)
      next.set(place.pocId, poc.version === place.version && index === place.index ? place : asPlace(poc, index));
    else if (place.index < rows.total && !rows.at(place.index)) next.set(place.pocId, place); // its page is not known now
    isSame &&= next.get(place.pocId) === place;
  }
  return isSame ? selection : next;
}
