import type { FieldValues, Resolver } from 'react-hook-form';
import type { AnyObjectSchema } from 'yup';

/** The contract's rules for a form: every fault of every field. They come when something is to be checked, not before the form is seen. */
export function followRules<Values extends FieldValues>(load: () => Promise<AnyObjectSchema>): Resolver<Values> {
  let made: Promise<Resolver<Values>> | undefined;
  const make = async () => {
    const [rules, { yupResolver }] = await Promise.all([load(), import('@hookform/resolvers/yup')]);
    return yupResolver(rules, { abortEarly: false }) as unknown as Resolver<Values>;
  };
  return async (...asked) => (await (made ??= make()))(...asked);
}
