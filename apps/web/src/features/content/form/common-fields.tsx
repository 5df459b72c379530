/** What is asked of films and reports alike. The form around it holds more (FormProvider). */
import Box from '@mui/material/Box';
import { Controller, useFormContext } from 'react-hook-form';
import { Field } from '@/shared/ui/field';
import { WordsField } from '@/shared/ui/words-field';
import type { CommonForm, Here } from '../model/specs';
import { useContentTexts } from '../texts/content-texts';
import { PeriodField } from './period-field';

/** Of a list: what is wrong with it, or with the first of its words that something is wrong with. */
function messageIn(errors: unknown): string | undefined {
  const of = (value: unknown) => (value as { message?: string } | undefined)?.message;
  return of(errors) ?? (Array.isArray(errors) ? errors.map(of).find(Boolean) : undefined);
}

export function CommonFields({ here, tags }: { here: Here; tags: readonly string[] }) {
  const t = useContentTexts();
  const { register, control, formState } = useFormContext<CommonForm>();
  const { errors } = formState;
  return (
    <>
      <Field {...register('title')} says={t.form.title} autoComplete="off" fault={errors.title?.message} />
      <Controller
        control={control}
        name="period"
        render={({ field }) => <PeriodField value={field.value} here={here} fault={errors.period?.message} onChange={field.onChange} />}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: 2.5, alignItems: 'start' }}>
        {(['includeTags', 'excludeTags'] as const).map((name) => (
          <Controller
            key={name}
            control={control}
            name={name}
            render={({ field }) => (
              <WordsField
                name={name}
                areTags
                known={tags}
                says={name === 'includeTags' ? t.form.include : t.form.exclude}
                saysRemove={t.form.remove}
                hint={t.form.tagsHint}
                value={field.value}
                onChange={field.onChange}
                fault={messageIn(errors[name])}
              />
            )}
          />
        ))}
      </Box>
    </>
  );
}
