import { describe, expect, it } from 'vitest';
import { rowsAround, rowsIn, topToShow } from './window-rows';

describe('a window over rows of one height', () => {
  it('shows those that reach into it, if only by a pixel', () => {
    expect(rowsIn({ top: 0, height: 100 }, 50, 9)).toEqual({ first: 0, last: 1 });
    expect(rowsIn({ top: 49, height: 102 }, 50, 9)).toEqual({ first: 0, last: 3 });
  });

  it('above the first and below the last shows what there is', () => {
    expect(rowsIn({ top: -300, height: 100 }, 50, 9)).toEqual({ first: 0, last: 0 });
    expect(rowsIn({ top: 9_000, height: 100 }, 50, 9)).toEqual({ first: 8, last: 8 });
    expect(rowsIn({ top: 0, height: 100 }, 50, 0)).toEqual({ first: 0, last: 0 });
  });

  it('has some around it, and the active one wherever that is', () => {
    expect(rowsAround({ first: 4, last: 5 }, 1, 4, 9)).toEqual([3, 4, 5, 6]);
    expect(rowsAround({ first: 4, last: 5 }, 1, 0, 9)).toEqual([0, 3, 4, 5, 6]);
    expect(rowsAround({ first: 4, last: 5 }, 1, 8, 9)).toEqual([3, 4, 5, 6, 8]);
    expect(rowsAround({ first: 0, last: 8 }, 3, 0, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rowsAround({ first: 0, last: 0 }, 3, 0, 0)).toEqual([]);
  });

  it('goes the shortest way to a row, and nowhere where it is seen', () => {
    expect(topToShow(2, { top: 80, height: 100 }, 50)).toBeUndefined();
    expect(topToShow(0, { top: 80, height: 100 }, 50)).toBe(0);
    expect(topToShow(8, { top: 80, height: 100 }, 50)).toBe(350);
  });
});
