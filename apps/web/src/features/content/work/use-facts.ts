import { useFormats } from '@/shared/lib/texts';
import type { Work } from '../model/works';
import { useContentTexts } from '../texts/content-texts';

/** What it is about, in the person's own days: the last one is within. */
export function useFacts() {
  const t = useContentTexts();
  const formats = useFormats();
  const period = ({ fromDate, toDate }: Pick<Work, 'fromDate' | 'toDate'>) => {
    const last = new Date(Date.parse(toDate) - 1).toISOString();
    const [from, until] = [formats.day(fromDate), formats.day(last)];
    return from === until ? from : `${from} – ${until}`;
  };
  const facts = (work: Work, ...more: (string | false)[]) =>
    [period(work), work.pocCount !== null && t.pocs(work.pocCount), ...more, work.isScheduled && t.scheduled].filter(Boolean).join(' · ');
  return { period, facts };
}
