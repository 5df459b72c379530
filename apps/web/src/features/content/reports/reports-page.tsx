import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { ReportFormat } from '@/generated/content';
import { asFailure } from '@/shared/api/failure';
import { useOpenPolling } from '@/shared/api/use-open-polling';
import { Glyph, Icon } from '@/shared/ui/icon';
import { useListReportsQuery } from '../model/endpoints';
import { useLive } from '../model/use-live';
import { isUnderWay, workOfReport } from '../model/works';
import { useContentTexts } from '../texts/content-texts';
import { Frame } from '../work/frame';
import { GLYPHS } from '../work/glyphs';
import { PAGE_SIZE, WorkList, usePage } from '../work/work-list';

export function ReportsPage() {
  const t = useContentTexts();
  const page = usePage();
  const { polling, poll } = useOpenPolling();
  const { currentData: data, error, refetch } = useListReportsQuery({ page, pageSize: PAGE_SIZE }, polling);
  const works = useMemo(() => data?.items.map(workOfReport), [data]);
  poll(works?.some(isUnderWay) ?? false);
  useLive();
  const formats = useMemo(() => new Map(data?.items.map(({ reportId, format }) => [reportId, format])), [data]);
  const formatOf = (id: string) => formats.get(id) ?? 'PDF';
  return (
    <Frame
      title={t.reports.title}
      actions={
        <>
          <Button component={Link} to="/schedules" color="inherit" startIcon={<Glyph path={GLYPHS.calendar} />}>
            {t.schedules.open}
          </Button>
          {works?.length !== 0 && (
            <Button component={Link} to="/reports/new" variant="contained" startIcon={<Icon name="plus" />}>
              {t.reports.new}
            </Button>
          )}
        </>
      }
    >
      <WorkList
        kind="report"
        works={works}
        pagination={data?.pagination}
        failure={error && asFailure(error)}
        onAgain={() => void refetch()}
        leadOf={({ id }) => <FormatMark format={formatOf(id)} />}
        moreOf={({ id }) => [t.form.formats[formatOf(id)]]}
      />
    </Frame>
  );
}

const COLOURS: Record<ReportFormat, string> = { PDF: '#b3202f', EXCEL: '#1c7a4a', CSV: '#3f5b8c' };

/** The kind of file at a glance; what it says stands beside it as well. */
export function FormatMark({ format }: { format: ReportFormat }) {
  const t = useContentTexts();
  return (
    <Box
      aria-hidden
      sx={{
        width: 52,
        height: 44,
        borderRadius: 1.5,
        display: 'grid',
        placeContent: 'center',
        bgcolor: COLOURS[format],
        color: '#fff',
        fontSize: '0.75rem',
        fontWeight: 700,
      }}
    >
      {t.form.formats[format]}
    </Box>
  );
}
