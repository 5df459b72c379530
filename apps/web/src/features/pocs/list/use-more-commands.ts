/** How the list is shown; taking POCs out as a file, and the way to bring some in. What does the work comes when it is wanted. */
import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import type { TransferFormat } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import { useCommands } from '@/shared/lib/commands';
import type { Command } from '@/shared/lib/commands';
import { chooseListView } from '@/shared/lib/preferences';
import { toast } from '@/shared/lib/toasts';
import { useListView } from '@/shared/lib/use-preferences';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import type { PocQuery } from '../model/filters';
import { usePocsDispatch } from '../model/store';
import { usePocsTexts } from '../texts/use-pocs-texts';

export function useMoreCommands(query: PocQuery, select: () => void, print: () => void): readonly Command[] {
  const t = usePocsTexts();
  const ui = useUiTexts();
  const dispatch = usePocsDispatch();
  const navigate = useNavigate();
  const view = useListView();
  const commands = useMemo(() => {
    const take = async (format: TransferFormat): Promise<void> => {
      toast({ key: 'export', text: t.exporting });
      try {
        const { exportPocs } = await import('../export/export-pocs');
        toast({ key: 'export', text: t.exported(await exportPocs(dispatch, query, format)) });
      } catch (error) {
        const failure = asFailure(error);
        toast({
          key: 'export',
          kind: 'failed',
          text: t.notExported(detailOf(failure, ui)),
          action: { name: t.again, perform: () => void take(format) },
          requestId: failure.status >= 500 ? failure.requestId : undefined,
        });
      }
    };
    const other = view === 'cards' ? 'list' : 'cards';
    return [
      { id: 'pocs.view', name: t.showAs[other], section: t.list, keys: 'c', perform: () => chooseListView(other) },
      { id: 'pocs.select', name: t.select, section: t.list, perform: select },
      { id: 'pocs.print', name: t.print, section: t.list, keys: 'Mod+p', perform: print },
      { id: 'pocs.export-csv', name: t.exportAs('CSV'), section: t.list, perform: () => void take('csv') },
      { id: 'pocs.export-jsonl', name: t.exportAs('JSON Lines'), section: t.list, perform: () => void take('jsonl') },
      { id: 'pocs.import', name: t.import, section: t.list, perform: () => navigate('/imports') },
    ];
  }, [t, ui, dispatch, navigate, query, view, select, print]);
  useCommands(commands);
  const trash = useMemo(() => ({ id: 'pocs.trash', name: t.trash, section: t.list, perform: () => navigate('/trash') }), [t, navigate]);
  return useMemo(() => [...commands, trash], [commands, trash]); // the palette has the way there on every page
}
