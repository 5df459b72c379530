import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { ScheduleSpec, Schedules } from '@/generated/content';
import { useCommands } from '@/shared/lib/commands';
import { ChoiceField } from '@/shared/ui/choice-field';
import { FailureNotice } from '@/shared/ui/failure-notice';
import { SwitchLine } from '../form/switch-line';
import { useListStylesQuery } from '../model/endpoints';
import { FORMATS, SHAPES } from '../model/specs';
import { useContentTexts } from '../texts/content-texts';
import { Frame } from '../work/frame';
import { useSchedules } from './use-schedules';

type Change = (what: Partial<ScheduleSpec>) => Promise<void>;

export function SchedulesPage() {
  const t = useContentTexts();
  const { shown, change, isBusy, failure, again } = useSchedules();
  return (
    <Frame title={t.schedules.title} intro={t.schedules.intro} width={760}>
      {failure && !shown && <FailureNotice failure={failure} onAgain={again} />}
      {!failure && !shown && (
        <Box role="status" aria-label={t.loading} aria-busy sx={{ display: 'grid', gap: 2 }}>
          <Skeleton variant="rounded" height={110} />
          <Skeleton variant="rounded" height={110} />
        </Box>
      )}
      {shown && <Both schedules={shown} change={change} isBusy={isBusy} />}
    </Frame>
  );
}

function Both({ schedules, change, isBusy }: { schedules: Schedules; change: Change; isBusy: boolean }) {
  const t = useContentTexts();
  const { monthlyReport, yearVideo } = schedules;
  const commands = useMemo(
    () => [
      {
        id: 'schedules.monthly',
        name: t.schedules.toggleMonthly,
        section: t.schedules.title,
        perform: () => void change({ monthlyReport: !monthlyReport }),
      },
      {
        id: 'schedules.year',
        name: t.schedules.toggleYear,
        section: t.schedules.title,
        perform: () => void change({ yearVideo: !yearVideo }),
      },
    ],
    [t, change, monthlyReport, yearVideo],
  );
  useCommands(commands);
  return (
    <Box aria-busy={isBusy} sx={{ display: 'grid', gap: 2 }}>
      <Card>
        <SwitchLine
          says={t.schedules.monthly}
          hint={t.schedules.monthlyHint}
          value={monthlyReport}
          onChange={(wanted) => void change({ monthlyReport: wanted })}
        />
        {monthlyReport && (
          <Choices>
            <ChoiceField
              name="reportFormat"
              says={t.form.format}
              value={schedules.reportFormat}
              options={FORMATS.map((value) => ({ value, name: t.form.formats[value] }))}
              onChange={(reportFormat) => void change({ reportFormat })}
            />
          </Choices>
        )}
      </Card>
      <Card>
        <SwitchLine
          says={t.schedules.year}
          hint={t.schedules.yearHint}
          value={yearVideo}
          onChange={(wanted) => void change({ yearVideo: wanted })}
        />
        {yearVideo && <FilmChoices schedules={schedules} change={change} />}
      </Card>
    </Box>
  );
}

function FilmChoices({ schedules, change }: { schedules: Schedules; change: Change }) {
  const t = useContentTexts();
  const { data: styles } = useListStylesQuery();
  const options = (styles?.items ?? []).map(({ style, name }) => ({ value: style as NonNullable<Schedules['videoStyle']>, name }));
  return (
    <Choices>
      <ChoiceField
        name="videoStyle"
        says={t.wizard.style}
        value={schedules.videoStyle ?? options[0]?.value ?? 'aurora'}
        options={options}
        onChange={(videoStyle) => void change({ videoStyle })}
      />
      <ChoiceField
        name="videoShape"
        says={t.wizard.shape}
        value={schedules.videoShape}
        options={SHAPES.map((value) => ({ value, name: `${t.wizard.shapes[value]} · ${t.wizard.shapeHints[value]}` }))}
        onChange={(videoShape) => void change({ videoShape })}
      />
    </Choices>
  );
}

function Card({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{ display: 'grid', gap: 2, border: 1, borderColor: 'divider', borderRadius: 3, bgcolor: 'background.paper', p: { xs: 2, sm: 3 } }}
    >
      {children}
    </Box>
  );
}

function Choices({ children }: { children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', pl: { sm: 6 }, '& > *': { flex: '0 1 240px', minWidth: 180 } }}>{children}</Box>
  );
}
