import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useMemo, useRef } from 'react';
import type { FormEvent } from 'react';
import { FormProvider } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { useCommands } from '@/shared/lib/commands';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { Notice } from '@/shared/ui/notice';
import { useUiTexts } from '@/shared/ui/texts';
import { useContentTexts } from '../texts/content-texts';
import { Frame } from '../work/frame';
import { BackTo } from '../work/one';
import { AboutStep } from './about-step';
import { LookStep } from './look-step';
import { MusicStep } from './music-step';
import { StoryboardStep } from './storyboard-step';
import { STEPS, useWizard } from './use-wizard';
import type { Step } from './use-wizard';

export function WizardPage() {
  const t = useContentTexts();
  const wizard = useWizard();
  const { form, here, tags, step, to, failure, isFound, discard, make } = wizard;
  const commands = useMemo(
    () => [{ id: 'video.send', name: t.videos.send, section: t.commands.section.video, keys: 'Mod+Enter', perform: () => void make() }],
    [t, make],
  );
  useCommands(commands);
  return (
    <Frame title={t.videos.new} intro={t.videos.newIntro} above={<BackTo kind="video" />} width={820}>
      <Steps step={step} onStep={(wanted) => void to(wanted)} />
      <FormProvider {...form}>
        <Box
          component="form"
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void wizard.next();
          }}
          sx={{ display: 'grid', gap: 3, mt: 3 }}
        >
          {isFound && step === 'about' && (
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
          <StepHeading step={step} />
          {step === 'about' && <AboutStep here={here} tags={tags} />}
          {step === 'look' && <LookStep />}
          {step === 'music' && <MusicStep />}
          {step === 'storyboard' && <StoryboardStep here={here} />}
          {failure && <FailureNotice failure={failure} onAgain={() => void make()} />}
          <Way wizard={wizard} />
        </Box>
      </FormProvider>
    </Frame>
  );
}

function Steps({ step, onStep }: { step: Step; onStep: (step: Step) => void }) {
  const t = useContentTexts();
  return (
    <Box
      component="ol"
      aria-label={t.wizard.stepsLabel}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gridTemplateColumns: 'repeat(4, minmax(0, 1fr))', gap: 1 }}
    >
      {STEPS.map((each, at) => (
        <li key={each}>
          <Button
            fullWidth
            color="inherit"
            aria-current={each === step ? 'step' : undefined}
            onClick={() => onStep(each)}
            sx={{
              justifyContent: 'flex-start',
              borderRadius: 0,
              px: 0.25,
              borderTop: 3,
              borderColor: at <= STEPS.indexOf(step) ? 'primary.main' : 'divider',
              color: each === step ? 'text.primary' : 'text.secondary',
              fontWeight: each === step ? 650 : 500,
              fontSize: { xs: '0.75rem', sm: '0.875rem' },
              overflow: 'hidden',
              textOverflow: 'ellipsis',
            }}
          >
            {t.wizard.steps[each]}
          </Button>
        </li>
      ))}
    </Box>
  );
}

/** Told, and focused, when one comes to a step; not when the page is opened. */
function StepHeading({ step }: { step: Step }) {
  const t = useContentTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) heading.current?.focus();
    before.current = step;
  }, [step]);
  return (
    <Typography ref={heading} tabIndex={-1} variant="h2" sx={{ outline: 'none' }}>
      {t.wizard.stepOf(String(STEPS.indexOf(step) + 1), t.wizard.steps[step])}
    </Typography>
  );
}

function Way({ wizard: { step, back, form } }: { wizard: ReturnType<typeof useWizard> }) {
  const t = useContentTexts();
  const ui = useUiTexts();
  const isLast = step === 'storyboard';
  return (
    <Box
      sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', position: 'sticky', bottom: 0, py: 1.5, bgcolor: 'background.default', zIndex: 1 }}
    >
      <Button type="submit" variant="contained" size="large" loading={form.formState.isSubmitting}>
        {isLast ? t.videos.send : t.wizard.next}
      </Button>
      {step === 'about' ? (
        <Button component={Link} to="/videos" size="large" color="inherit">
          {ui.cancel}
        </Button>
      ) : (
        <Button size="large" color="inherit" onClick={back}>
          {t.wizard.back}
        </Button>
      )}
    </Box>
  );
}
