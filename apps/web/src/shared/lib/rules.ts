/**
 * What generated rules are made of. A message is a word and its limit (`too_long:100`): what is said of it stands in the texts of each
 * language. Lengths count characters as the contract does: code points, not UTF-16 units.
 */
import { array, boolean, mixed, number, string } from 'yup';
import type { Schema } from 'yup';

export interface TextRule {
  min?: number;
  max?: number;
  format?: string;
  pattern?: RegExp;
}

export const lengthOf = (value: string): number => [...value].length;

const EMAIL = /^[^\s@]+@[^\s@]+$/u;

export function textFault(value: string, rule: TextRule): string | undefined {
  const length = lengthOf(value);
  if (length === 0) return undefined;
  if (rule.max !== undefined && length > rule.max) return `too_long:${rule.max}:${length - rule.max}`;
  if (rule.min !== undefined && length < rule.min) return `too_short:${rule.min}`;
  if (rule.format === 'idn-email' && !EMAIL.test(value.trim())) return 'email';
  if (rule.format === 'repository-address' && rule.pattern?.test(value.trim()) === false) return 'address';
  if (rule.pattern && rule.format !== 'repository-address' && !rule.pattern.test(value)) return 'pattern';
  return undefined;
}

export const text = (rule: TextRule) =>
  string()
    .nullable()
    .test('text', (value, context) => {
      const fault = textFault(value ?? '', rule);
      return fault === undefined || context.createError({ message: fault });
    });

export const needed = (schema: Schema) =>
  schema.test('needed', 'required', (value) => value !== undefined && value !== null && String(value).trim() !== '');

export const choice = (values: readonly string[]) =>
  mixed<string>()
    .nullable()
    .oneOf([...values, null, undefined], 'enum');

export const flag = () => boolean();

export const count = ({ min, max }: { min: number; max: number }) => number().nullable().min(min, 'range').max(max, 'range');

export const list = (item: Schema, max: number) => array().of(item).max(max, `too_many:${max}`);
