import { expect, it } from 'vitest';
import { failureOf } from '@/shared/api/failure';
import { faultsOf, isSpent } from './faults-of';

it('what is missing is told before anything is sent', () => {
  expect(faultsOf({ password: '' })).toEqual({ password: 'required' });
  expect(faultsOf({ password: 'x', fullName: '' })).toEqual({ fullName: 'required' });
  expect(faultsOf({ password: 'x' })).toEqual({});
});

it('what the service says of a field stands beside it, and nothing beside the others', () => {
  const told = [
    { pointer: '/password', code: 'length', detail: 'At least 15 characters.' },
    { pointer: '/token', code: 'pattern', detail: 'no' },
  ];
  expect(faultsOf({ password: 'short', fullName: 'Rui' }, told)).toEqual({ password: 'At least 15 characters.' });
});

it('an invitation that is used up is read again, a mistyped password is not', () => {
  expect(isSpent(failureOf(400, { code: 'invalid_token' }))).toBe(true);
  expect(isSpent(failureOf(401, { code: 'invalid_credentials' }))).toBe(false);
});
