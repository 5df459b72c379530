/** One report: where it stands, and the file once it is there. Mails lead here. */
import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { Report } from '@/generated/content';
import { asFailure } from '@/shared/api/failure';
import { useOpenPolling } from '@/shared/api/use-open-polling';
import { useFormats } from '@/shared/lib/texts';
import { useGetReportQuery } from '../model/endpoints';
import { useLive } from '../model/use-live';
import { useTold } from '../model/use-told';
import { isUnderWay, workOfReport } from '../model/works';
import { useContentTexts } from '../texts/content-texts';
import { Frame } from '../work/frame';
import { BackTo, Facts, NotShown, isGone } from '../work/one';
import { StateLine } from '../work/state-line';
import { useDeletion } from '../work/use-deletion';
import { useFacts } from '../work/use-facts';
import { WorkButtons } from '../work/work-buttons';
import { FormatMark } from './reports-page';

const FRESH_LINK_MS = 10 * 60_000; // links run out after an hour

export function ReportPage() {
  const { reportId = '' } = useParams();
  const { polling, poll } = useOpenPolling(FRESH_LINK_MS);
  const { currentData: report, error, refetch } = useGetReportQuery({ reportId }, polling);
  poll(report !== undefined && isUnderWay(workOfReport(report)));
  useLive();
  const failure = error && asFailure(error);
  if (!report || isGone(failure)) return <NotShown kind="report" failure={failure} onAgain={() => void refetch()} />;
  return <One key={report.reportId} report={report} />;
}

function One({ report }: { report: Report }) {
  const t = useContentTexts();
  const formats = useFormats();
  const navigate = useNavigate();
  const { period } = useFacts();
  const work = useMemo(() => workOfReport(report), [report]);
  const works = useMemo(() => [work], [work]);
  const { ask, dialog } = useDeletion(() => navigate('/reports', { replace: true }));
  useTold(works);
  const groups = report.groupBy.map((each) => t.form.groupings[each]).join(', ');
  const facts: [string, string][] = [
    [t.covers, period(work)],
    [t.format, t.form.formats[report.format]],
    ...(groups ? [[t.form.groupBy, groups] as [string, string]] : []),
    ...(report.includeTags.length > 0 ? [[t.form.include, report.includeTags.join(', ')] as [string, string]] : []),
    ...(report.excludeTags.length > 0 ? [[t.form.exclude, report.excludeTags.join(', ')] as [string, string]] : []),
    ...(work.pocCount === null ? [] : [[t.contains, t.pocs(work.pocCount)] as [string, string]]),
    [t.asked, formats.moment(work.createdAt)],
    ...(work.completedAt ? [[t.finished, formats.moment(work.completedAt)] as [string, string]] : []),
  ];
  return (
    <Frame title={work.title} above={<BackTo kind="report" />} actions={<WorkButtons work={work} onDelete={ask} />}>
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          border: 1,
          borderColor: 'divider',
          borderRadius: 3,
          bgcolor: 'background.paper',
          p: { xs: 2, sm: 3 },
        }}
      >
        <Box sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: 2, alignItems: 'center' }}>
          <FormatMark format={report.format} />
          <Box>
            {work.state === 'done' && <strong>{t.states.done}</strong>}
            <StateLine work={work} />
          </Box>
        </Box>
        <Facts facts={facts} />
      </Box>
      {dialog}
    </Frame>
  );
}
