import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Field } from '@/shared/ui/field';
import { Notice } from '@/shared/ui/notice';
import { useTitle } from '@/shared/ui/front-page';
import { oneLine } from '../model/content';
import { usePocsTexts } from '../texts/use-pocs-texts';
import { LanguageField } from './language-field';
import { usePocForm } from './use-poc-form';
import { WordsField } from './words-field';

const A_BEGINNING = 'https://';

type FormState = ReturnType<typeof usePocForm>;

export function AddPage() {
  const t = usePocsTexts();
  const state = usePocForm();
  useTitle(t.addTitle);
  const { form, submit, failure, isFound, isKept, discard } = state;
  return (
    <Box sx={{ maxWidth: 640, mx: 'auto', px: 2, py: { xs: 2.5, md: 5 } }}>
      <Typography variant="h1">{t.addTitle}</Typography>
      <Typography color="text.secondary" sx={{ mt: 0.5, mb: 3 }}>
        {t.addIntro}
      </Typography>
      <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 2.5 }}>
        {isFound && (
          <Notice
            kind="told"
            action={
              <Button size="small" onClick={discard}>
                {t.discard}
              </Button>
            }
          >
            {t.draftFound}
          </Notice>
        )}
        {!isKept && <Notice kind="warning">{t.draftNotKept}</Notice>}
        <Fields state={state} />
        {failure && <FailureNotice failure={failure} onAgain={() => void submit()} />}
        <Box sx={{ display: 'flex', gap: 1, position: 'sticky', bottom: 0, py: 1.5, bgcolor: 'background.default' }}>
          <Button type="submit" variant="contained" size="large" loading={form.formState.isSubmitting}>
            {t.save}
          </Button>
          <Button component={Link} to="/pocs" size="large" color="inherit">
            {t.cancel}
          </Button>
        </Box>
      </Box>
    </Box>
  );
}

function Fields({ state: { form, propose } }: { state: FormState }) {
  const t = usePocsTexts();
  const {
    register,
    formState: { errors },
  } = form;
  const [isJoined, setJoined] = useState(false);
  const address = register('repositoryUrl', { onChange: (event: { target: { value: string } }) => propose(event.target.value) });
  const pasteLine = (event: React.ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text/plain');
    setJoined(/[\r\n]/.test(text.trim()));
    if (!/[\r\n]/.test(text)) return;
    event.preventDefault();
    document.execCommand('insertText', false, oneLine(text)); // the browser's own undo knows of it
  };
  return (
    <>
      <Field
        {...address}
        says={t.repositoryUrl}
        hint={t.repositoryHint}
        placeholder={A_BEGINNING}
        autoFocus
        type="url"
        fault={errors.repositoryUrl?.message}
      />
      <Field
        {...register('name')}
        says={t.name}
        hint={isJoined ? t.oneLine : undefined}
        onPaste={pasteLine}
        autoComplete="off"
        fault={errors.name?.message}
      />
      <Field
        {...register('description')}
        says={t.description}
        hint={t.markdownHint}
        multiline
        minRows={4}
        maxRows={18}
        fault={errors.description?.message}
      />
      <LanguageField {...register('language')} says={t.language} fault={errors.language?.message} />
      <Choices form={form} />
    </>
  );
}

function Choices({ form: { control, formState } }: { form: FormState['form'] }) {
  const t = usePocsTexts();
  const { errors } = formState;
  return (
    <>
      <Controller
        control={control}
        name="tags"
        render={({ field }) => (
          <WordsField
            name="tags"
            says={t.tags}
            hint={t.tagsHint}
            value={field.value}
            onChange={field.onChange}
            fault={messageIn(errors.tags)}
          />
        )}
      />
      <Controller
        control={control}
        name="frameworks"
        render={({ field }) => (
          <WordsField
            name="frameworks"
            says={t.frameworks}
            value={field.value}
            onChange={field.onChange}
            fault={messageIn(errors.frameworks)}
          />
        )}
      />
      <Controller
        control={control}
        name="isPublic"
        render={({ field }) => <PublicSwitch value={field.value} onChange={field.onChange} />}
      />
    </>
  );
}

/** Of a list: what is wrong with it, or with the first of its words that something is wrong with. */
function messageIn(errors: unknown): string | undefined {
  const of = (value: unknown) => (value as { message?: string } | undefined)?.message;
  return of(errors) ?? (Array.isArray(errors) ? errors.map(of).find(Boolean) : undefined);
}

export function PublicSwitch({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  const t = usePocsTexts();
  return (
    <FormControlLabel
      control={<Switch checked={value} onChange={(_event, wanted) => onChange(wanted)} />}
      label={
        <>
          {t.isPublic}
          <Typography variant="body2" color="text.secondary">
            {t.isPublicHint}
          </Typography>
        </>
      }
      sx={{ alignItems: 'flex-start', ml: -1.25 }}
    />
  );
}
