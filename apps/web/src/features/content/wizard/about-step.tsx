import { Controller, useFormContext } from 'react-hook-form';
import { Field } from '@/shared/ui/field';
import { CommonFields } from '../form/common-fields';
import { SwitchLine } from '../form/switch-line';
import type { Here, VideoForm } from '../model/specs';
import { useContentTexts } from '../texts/content-texts';

export function AboutStep({ here, tags }: { here: Here; tags: readonly string[] }) {
  const t = useContentTexts();
  const { control, register, formState } = useFormContext<VideoForm>();
  return (
    <>
      <CommonFields here={here} tags={tags} />
      <Controller
        control={control}
        name="includePrivate"
        render={({ field }) => (
          <SwitchLine says={t.form.nameSecret} hint={t.form.nameSecretHint} value={field.value} onChange={field.onChange} />
        )}
      />
      <Field
        {...register('description')}
        says={t.form.description}
        hint={t.form.descriptionHint}
        multiline
        minRows={2}
        maxRows={8}
        fault={formState.errors.description?.message}
      />
    </>
  );
}
