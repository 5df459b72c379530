import { describe, expect, it } from 'vitest';
import { anItem } from '@/testing/a-poc';
import { MOST, NOTHING_PICKED, between, stillIn, toggled, withAll } from './selection';
import type { Known } from './selection';

/** A list of `total`, of which the given are known. */
function aList(known: Record<number, string>, { total = 10, version = 3, isNew = false } = {}): Known {
  const places = new Map(Object.entries(known).map(([index, pocId]) => [pocId, Number(index)]));
  const at = (index: number) => {
    const pocId = known[index];
    return pocId === undefined ? undefined : { ...anItem({ pocId, name: pocId, version }), isNew };
  };
  return { total, at, placeOf: (pocId) => places.get(pocId) };
}

const ids = (selection: ReadonlyMap<string, unknown>) => [...selection.keys()].sort();

describe('a selection', () => {
  const list = aList({ 0: 'a', 1: 'b', 2: 'c' });

  it('takes one in and lets it go again', () => {
    const one = toggled(NOTHING_PICKED, list, 0);
    expect([...one.values()]).toMatchObject([{ pocId: 'a', version: 3, name: 'a', index: 0 }]);
    expect(toggled(one, list, 0).size).toBe(0);
    expect(NOTHING_PICKED.size).toBe(0);
  });

  it('takes in many, each once', () => {
    expect(ids(withAll(toggled(NOTHING_PICKED, list, 1), list, [0, 1, 2]))).toEqual(['a', 'b', 'c']);
  });

  it('has nothing of what is not known, or not yet saved', () => {
    expect(withAll(NOTHING_PICKED, list, [7]).size).toBe(0);
    expect(toggled(NOTHING_PICKED, list, 7)).toBe(NOTHING_PICKED);
    expect(toggled(NOTHING_PICKED, aList({ 0: 'a' }, { isNew: true }), 0).size).toBe(0);
  });

  it('ends where the service ends, and the nearest come first', () => {
    const long = aList(Object.fromEntries(Array.from({ length: MOST + 9 }, (_, at) => [at, `p${at}`])), { total: MOST + 9 });
    const full = withAll(NOTHING_PICKED, long, between(MOST + 8, 0));
    expect(full.size).toBe(MOST);
    expect([full.has(`p${MOST + 8}`), full.has('p0')]).toEqual([true, false]);
    expect(toggled(full, long, 0).size).toBe(MOST);
    expect(between(3, 1)).toEqual([3, 2, 1]);
    expect(between(1, 2)).toEqual([1, 2]);
  });
});

describe('what is picked', () => {
  const picked = withAll(NOTHING_PICKED, aList({ 0: 'a', 1: 'b', 2: 'c' }), [0, 1, 2]);

  it('is the same as long as the list is', () => {
    expect(stillIn(picked, aList({ 0: 'a', 1: 'b', 2: 'c', 3: 'd' }))).toBe(picked);
  });

  it('is let go when the list shows another in its place, and it nowhere', () => {
    expect(ids(stillIn(picked, aList({ 0: 'a', 1: 'c', 2: 'd' })))).toEqual(['a', 'c']);
  });

  it('is let go when the list has become shorter than its place', () => {
    expect(ids(stillIn(picked, aList({ 0: 'a' }, { total: 1 })))).toEqual(['a']);
  });

  it('stays while its page is not known', () => {
    expect(stillIn(picked, aList({ 0: 'a' }))).toBe(picked);
  });

  it('is picked in the version that is seen, where it stands now', () => {
    const later = stillIn(picked, aList({ 4: 'a', 1: 'b', 2: 'c' }, { version: 4 }));
    expect(later.get('a')).toMatchObject({ version: 4, index: 4 });
    expect(later.size).toBe(3);
  });
});
