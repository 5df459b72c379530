/** What is wrong with a form of a field or two, by the contract's rules. Forms with more to them have React Hook Form: resolver.ts. */
import type { AnyObjectSchema, ValidationError } from 'yup';

export type Faults<Name extends string> = Partial<Record<Name, string>>;

/** The rules come when something is to be checked. Where they cannot be had, the service is left to check. */
export async function faultsIn<Name extends string>(
  load: () => Promise<AnyObjectSchema>,
  values: Readonly<Record<Name, string>>,
): Promise<Faults<Name>> {
  const rules = await load().catch(() => undefined);
  try {
    await rules?.validate(values, { abortEarly: false });
    return {};
  } catch (error) {
    const { inner } = error as ValidationError;
    return Object.fromEntries(inner.reverse().map(({ path, message }) => [path, message])) as Faults<Name>;
  }
}
