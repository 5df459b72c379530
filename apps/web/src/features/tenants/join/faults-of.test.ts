import { expect, it } from 'vitest';
import { faultsOf } from './faults-of';

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
