import { yupResolver } from '@hookform/resolvers/yup';
import type { FieldValues, Resolver } from 'react-hook-form';
import type { AnyObjectSchema } from 'yup';

/** The contract's rules for a form: every fault of every field, as it is typed. */
export const followRules = <Values extends FieldValues>(rules: AnyObjectSchema): Resolver<Values> =>
  yupResolver(rules, { abortEarly: false }) as unknown as Resolver<Values>;
