import { describe, expect, it } from 'vitest';
import { atMost, isStepDown, mayManage, mayRemove, mayRename, mayWithdraw, rolesFor } from './roles';

describe('a role', () => {
  it('is given by nobody who does not have it', () => {
    expect(atMost('ADMIN')).toEqual(['USER', 'ADMIN']);
    expect(rolesFor('OWNER', 'USER')).toEqual(['USER', 'ADMIN', 'OWNER']);
    expect(rolesFor('ADMIN', 'USER')).toEqual(['USER', 'ADMIN']);
  });

  it('of who stands above oneself, or of anybody for a mere member, stays', () => {
    expect(rolesFor('ADMIN', 'OWNER')).toEqual(['OWNER']);
    expect(rolesFor('USER', 'USER')).toEqual(['USER']);
  });

  it('given up cannot be taken back', () => {
    expect(isStepDown('OWNER', 'ADMIN')).toBe(true);
    expect(isStepDown('USER', 'USER')).toBe(false);
  });
});

describe('who manages', () => {
  it('is an admin or an owner, and the name is the owner’s', () => {
    expect([mayManage('USER'), mayManage('ADMIN'), mayManage('OWNER')]).toEqual([false, true, true]);
    expect([mayRename('ADMIN'), mayRename('OWNER')]).toEqual([false, true]);
  });

  it('removes those who do not stand above, and never themselves', () => {
    expect(mayRemove('ADMIN', 'ADMIN', false)).toBe(true);
    expect(mayRemove('ADMIN', 'OWNER', false)).toBe(false);
    expect(mayRemove('USER', 'USER', false)).toBe(false);
    expect(mayRemove('OWNER', 'OWNER', true)).toBe(false);
  });

  it('withdraws invitations to a role that is not above', () => {
    expect([mayWithdraw('ADMIN', 'USER'), mayWithdraw('ADMIN', 'OWNER'), mayWithdraw('USER', 'USER')]).toEqual([true, false, false]);
  });
});
