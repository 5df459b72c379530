import { describe, expect, it } from 'vitest';
import { aPoc, anItem } from '@/testing/a-poc';
import { began, changesReducer, deleted, marked, refused, shownOf, versionOf, written } from './changes';
import type { ChangesState } from './changes';

const after = (...actions: Parameters<typeof changesReducer>[1][]): ChangesState =>
  actions.reduce<ChangesState>(changesReducer, changesReducer(undefined, { type: 'begin' }));
const patch = (id: string, name: string) => began({ id, pocId: 'p1', patch: { name } });

describe('changes over lists', () => {
  it('are seen at once, and the last of two stays on top', () => {
    const state = after(patch('1', 'first'), patch('2', 'second'));
    expect(shownOf(anItem(), state, 10)).toMatchObject({ name: 'second', isPending: true });
  });

  it('stay on top of whatever a refetch brings', () => {
    expect(shownOf(anItem({ name: 'from the list', version: 9 }), after(patch('1', 'mine')), 99)?.name).toBe('mine');
  });

  it('that are refused go alone', () => {
    const state = after(patch('1', 'refused'), began({ id: '2', pocId: 'p1', patch: { language: 'Rust' } }), refused('1'));
    expect(shownOf(anItem(), state, 10)).toMatchObject({ name: 'kafka-to-sse', language: 'Rust' });
  });

  it('that are confirmed hide an older list, and not a newer one', () => {
    const state = after(patch('1', 'mine'), written({ id: '1', poc: aPoc({ name: 'mine', version: 2 }) }));
    expect(shownOf(anItem({ version: 1 }), state, 10)?.name).toBe('mine');
    expect(shownOf(anItem({ version: 3, name: 'theirs' }), state, 10)?.name).toBe('theirs');
    expect(versionOf(state, aPoc())).toBe(2);
  });

  it('keep the newest of two answers that come in the wrong order', () => {
    const state = after(
      written({ id: '2', poc: aPoc({ name: 'second', version: 3 }) }),
      written({ id: '1', poc: aPoc({ name: 'first', version: 2 }) }),
    );
    expect(shownOf(anItem(), state, 10)?.name).toBe('second');
  });

  it('mark a favourite until a list knows it that was asked for later', () => {
    const state = after(marked({ id: '1', pocId: 'p1', isFavorite: true, at: 50 }));
    expect(shownOf(anItem(), state, 40)?.isFavorite).toBe(true);
    expect(shownOf(anItem(), state, 60)?.isFavorite).toBe(false);
  });

  it('delete, and bring back', () => {
    const gone = began({ id: '1', pocId: 'p1', isDeleted: true });
    expect(shownOf(anItem(), after(gone), 10)).toBeUndefined();
    const confirmed = [gone, deleted({ id: '1', pocId: 'p1', isDeleted: true, at: 50 })] as const;
    expect(shownOf(anItem(), after(...confirmed), 40)).toBeUndefined();
    expect(shownOf(anItem(), after(...confirmed, began({ id: '2', pocId: 'p1', isDeleted: false })), 40)).toBeDefined();
    expect(shownOf(anItem(), after(...confirmed, deleted({ id: '2', pocId: 'p1', isDeleted: false, at: 60 })), 40)).toBeDefined();
    expect(shownOf(anItem(), after(gone, refused('1')), 40)).toBeDefined();
  });
});
