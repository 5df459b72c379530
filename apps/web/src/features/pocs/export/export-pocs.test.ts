import { expect, it } from 'vitest';
import { nameIn } from './export-pocs';

it('a file is called as the service calls it, and never a path', () => {
  expect(nameIn('attachment; filename="pocs-2026-01-31.csv"', 'pocs.csv')).toBe('pocs-2026-01-31.csv');
  expect(nameIn('attachment; filename="../../etc/passwd"', 'pocs.csv')).toBe('pocs.csv');
  expect(nameIn('attachment', 'pocs.csv')).toBe('pocs.csv');
  expect(nameIn(undefined, 'pocs.jsonl')).toBe('pocs.jsonl');
});
