/** The ways back from an import: stopping it while it runs, undoing it afterwards. What came of it is said, refusals too. */
import { useCallback, useState } from 'react';
import type { ImportDetail, UndoneImport } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import type { Failure } from '@/shared/api/failure';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { importsApi } from './endpoints';
import { useImportsTexts } from './imports-texts';

export function useUndo({ importId }: Pick<ImportDetail, 'importId'>) {
  const t = useImportsTexts();
  const ui = useUiTexts();
  const [cancelImport] = importsApi.useCancelImportMutation();
  const [undoImport] = importsApi.useUndoImportMutation();
  const [undone, setUndone] = useState<UndoneImport>();
  const refused = useCallback(
    (failure: Failure, again: () => void) =>
      toast({
        key: 'import',
        kind: 'failed',
        text: detailOf(failure, ui),
        action: { name: t.tryAgain, perform: again },
        requestId: failure.status >= 500 ? failure.requestId : undefined,
      }),
    [t, ui],
  );
  const cancel = useCallback(async () => {
    const { error } = await cancelImport({ importId });
    if (error) refused(asFailure(error), () => void cancel());
    else toast({ key: 'import', text: t.cancelled });
  }, [cancelImport, importId, refused, t]);
  const undo = useCallback(async () => {
    const { data, error } = await undoImport({ importId });
    if (!data) return refused(asFailure(error), () => void undo());
    setUndone(data);
    toast({ key: 'import', text: t.undone(data.restoredRows, data.deletedRows, data.leftRows) });
  }, [undoImport, importId, refused, t]);
  return { cancel: useCallback(() => void cancel(), [cancel]), undo: useCallback(() => void undo(), [undo]), undone };
}
