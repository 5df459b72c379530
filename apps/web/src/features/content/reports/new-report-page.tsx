import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { Controller, FormProvider, useFormContext } from 'react-hook-form';
import { Link, useNavigate } from 'react-router-dom';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { useCommands } from '@/shared/lib/commands';
import { useLanguage } from '@/shared/lib/texts';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Icon } from '@/shared/ui/icon';
import { showFaults } from '@/shared/ui/form-faults';
import { Notice } from '@/shared/ui/notice';
import { useUiTexts } from '@/shared/ui/texts';
import { Cards, Legend } from '../form/cards';
import { CommonFields } from '../form/common-fields';
import { LocaleField } from '../form/locale-field';
import { SwitchLine } from '../form/switch-line';
import { useHere } from '../form/use-here';
import { rulesOf, titleFor, useSpecForm } from '../form/use-spec-form';
import { useCreateReportMutation } from '../model/endpoints';
import { FORMATS, GROUPINGS, newReport, reportSpecOf, toggled } from '../model/specs';
import type { ReportForm } from '../model/specs';
import { useContentTexts } from '../texts/content-texts';
import { Frame } from '../work/frame';
import { BackTo } from '../work/one';

const RULES = rulesOf<ReportForm>(async () => (await import('@/generated/rules')).reportSpecRules);

function useReportForm() {
  const t = useContentTexts();
  const language = useLanguage();
  const navigate = useNavigate();
  const { here, tags } = useHere();
  const [create] = useCreateReportMutation();
  const [failure, setFailure] = useState<Failure>();
  const [fresh] = useState(() => newReport(language, titleFor({ name: 'thisYear', from: '', until: '' }, here.today, t.form)));
  const { form, key, isFound, forget, discard } = useSpecForm('report', RULES, fresh, here.today);
  const submit = form.handleSubmit(async (values) => {
    setFailure(undefined);
    const answer = await create({ 'Idempotency-Key': key.current, reportSpec: reportSpecOf(values, here) });
    if (answer.data) {
      forget();
      return navigate(`/reports/${answer.data.reportId}`);
    }
    const refused = asFailure(answer.error);
    if (refused.code === 'idempotency_key_reused') key.current = crypto.randomUUID(); // an earlier attempt arrived, and was changed since
    if (!showFaults(refused, ['title', 'includeTags', 'excludeTags'], form.setError)) setFailure(refused);
  });
  return { form, submit, failure, isFound, discard, here, tags };
}

export function NewReportPage() {
  const t = useContentTexts();
  const ui = useUiTexts();
  const { form, submit, failure, isFound, discard, here, tags } = useReportForm();
  const commands = useMemo(
    () => [
      { id: 'report.send', name: t.reports.send, section: t.commands.section.report, keys: 'Mod+Enter', perform: () => void submit() },
    ],
    [t, submit],
  );
  useCommands(commands);
  return (
    <Frame title={t.reports.new} intro={t.reports.newIntro} above={<BackTo kind="report" />} width={760}>
      <FormProvider {...form}>
        <Box component="form" noValidate onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 3 }}>
          {isFound && (
            <Notice
              kind="told"
              action={
                <Button size="small" onClick={discard}>
                  {t.form.discard}
                </Button>
              }
            >
              {t.form.draftFound}
            </Notice>
          )}
          <CommonFields here={here} tags={tags} />
          <OwnFields />
          {failure && <FailureNotice failure={failure} onAgain={() => void submit()} />}
          <Box sx={{ display: 'flex', gap: 1, position: 'sticky', bottom: 0, py: 1.5, bgcolor: 'background.default' }}>
            <Button type="submit" variant="contained" size="large" loading={form.formState.isSubmitting}>
              {t.reports.send}
            </Button>
            <Button component={Link} to="/reports" size="large" color="inherit">
              {ui.cancel}
            </Button>
          </Box>
        </Box>
      </FormProvider>
    </Frame>
  );
}

function OwnFields() {
  const t = useContentTexts();
  const { control } = useFormContext<ReportForm>();
  return (
    <>
      <Controller
        control={control}
        name="format"
        render={({ field }) => (
          <Cards
            says={t.form.format}
            value={field.value}
            cards={FORMATS.map((value) => ({ value, name: t.form.formats[value], hint: t.form.formatHints[value] }))}
            width={160}
            onChange={field.onChange}
          />
        )}
      />
      <Controller control={control} name="groupBy" render={({ field }) => <Groupings value={field.value} onChange={field.onChange} />} />
      <Controller
        control={control}
        name="includePrivate"
        render={({ field }) => (
          <SwitchLine says={t.form.private} hint={t.form.privateHintReport} value={field.value} onChange={field.onChange} />
        )}
      />
      <Controller control={control} name="locale" render={({ field }) => <LocaleField value={field.value} onChange={field.onChange} />} />
    </>
  );
}

function Groupings({ value, onChange }: { value: ReportForm['groupBy']; onChange: (value: ReportForm['groupBy']) => void }) {
  const t = useContentTexts();
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0 }}>
      <Legend>{t.form.groupBy}</Legend>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {GROUPINGS.map((each) => (
          <Button
            key={each}
            size="small"
            variant="outlined"
            color={value.includes(each) ? 'primary' : 'inherit'}
            aria-pressed={value.includes(each)}
            startIcon={value.includes(each) && <Icon name="check" size={16} />}
            sx={{ '&[aria-pressed=true]': { bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 10%, transparent)' } }}
            onClick={() => onChange(toggled(value, each, GROUPINGS))}
          >
            {t.form.groupings[each]}
          </Button>
        ))}
      </Box>
    </Box>
  );
}
