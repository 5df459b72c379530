/**
 * What generated rules are made of. A message is a word and its limit (`too_long:100`): what is said of it stands in the texts of each
 * language. Lengths count characters as the contract does: code points, not UTF-16 units.
 */
import { array, boolean, mixed, number, string } from 'yup';
import type { Schema } from 'yup';
import { textFault } from './text-rule';
import type { TextRule } from './text-rule';

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
