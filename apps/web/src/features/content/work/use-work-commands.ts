/** What can be done with the film or report that is looked at, for palette and keys; its buttons perform the same. */
import { useMemo } from 'react';
import { useCommands } from '@/shared/lib/commands';
import type { Command } from '@/shared/lib/commands';
import { useWorkActions } from '../model/use-work-actions';
import { canBeTriedAgain, isUnderWay } from '../model/works';
import type { Work } from '../model/works';
import { useContentTexts } from '../texts/content-texts';

export function download(link: string): void {
  const anchor = document.createElement('a');
  anchor.href = link;
  anchor.download = '';
  anchor.click();
}

export function useWorkCommands(
  work: Work,
  ask: (work: Work) => void,
): Record<'download' | 'cancel' | 'retry' | 'delete', (() => void) | undefined> {
  const t = useContentTexts();
  const { cancel, retry } = useWorkActions();
  const commands = useMemo(() => {
    const { file } = work;
    const section = t.commands.section[work.kind];
    const offered: Command[] = [];
    if (work.state === 'done' && file)
      offered.push({ id: 'work.download', name: t.commands.download, section, keys: 'd', perform: () => download(file) });
    if (isUnderWay(work))
      offered.push({ id: 'work.cancel', name: t.commands.cancel, section, keys: 'x', perform: () => void cancel(work) });
    if (canBeTriedAgain(work))
      offered.push({ id: 'work.retry', name: t.commands.retry, section, keys: 'y', perform: () => void retry(work) });
    return [...offered, { id: 'work.delete', name: t.commands.delete, section, keys: 'Delete', perform: () => ask(work) }];
  }, [work, t, cancel, retry, ask]);
  useCommands(commands);
  const performing = (id: string) => commands.find((command) => command.id === `work.${id}`)?.perform;
  return { download: performing('download'), cancel: performing('cancel'), retry: performing('retry'), delete: performing('delete') };
}
