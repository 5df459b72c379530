import { expect, it, vi } from 'vitest';
import { failureOf } from '../api/failure';
import { showFaults } from './form-faults';

const refused = (pointers: string[]) =>
  failureOf(400, { code: 'invalid_request', errors: pointers.map((pointer) => ({ pointer, code: 'format', detail: `at ${pointer}` })) });

it('what a service says of a field stands beside the field', () => {
  const setError = vi.fn();
  expect(showFaults(refused(['/name', '/tags/2']), ['name', 'tags'], setError)).toBe(true);
  expect(setError.mock.calls).toEqual([
    ['name', { message: 'at /name' }, { shouldFocus: true }],
    ['tags', { message: 'at /tags/2' }, { shouldFocus: false }],
  ]);
});

it('what it says of anything else is left to the notice above', () => {
  const setError = vi.fn();
  expect(showFaults(refused(['/name', 'header:Idempotency-Key']), ['name'], setError)).toBe(false);
  expect(showFaults(failureOf(409, { code: 'email_taken' }), ['name'], setError)).toBe(false);
});
