import { forwardRef } from 'react';
import { programmingLanguages } from '@/generated/languages';
import { Field } from '@/shared/ui/field';
import type { FieldProps } from '@/shared/ui/field';

const LIST = 'programming-languages';

/** Any language may be named; those that are known are proposed. */
export const LanguageField = forwardRef<HTMLInputElement, FieldProps>(function LanguageField(props, ref) {
  return (
    <>
      <Field {...props} ref={ref} autoComplete="off" inputProps={{ list: LIST }} />
      <datalist id={LIST}>
        {programmingLanguages.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
});
