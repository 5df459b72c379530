/** What a service says of single fields goes beside them; the rest is for the notice above the form. */
import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import type { Failure } from '../api/failure';

export function showFaults<Values extends FieldValues>(
  failure: Failure,
  names: readonly Path<Values>[],
  setError: UseFormSetError<Values>,
): boolean {
  const told = failure.fields.flatMap((fault) => {
    const name = names.find((each) => fault.pointer === `/${each}` || fault.pointer.startsWith(`/${each}/`));
    return name ? [{ name, detail: fault.detail }] : [];
  });
  told.forEach(({ name, detail }, at) => setError(name, { message: detail }, { shouldFocus: at === 0 }));
  return told.length > 0 && told.length === failure.fields.length;
}
