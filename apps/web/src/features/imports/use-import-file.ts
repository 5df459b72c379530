/** A file on its way to the service, with what is said about it; then to the page of its import. */
import { useCallback } from 'react';
import { useNavigate } from 'react-router-dom';
import { asFailure } from '@/shared/api/failure';
import { useAppDispatch } from '@/shared/api/store';
import { announce } from '@/shared/lib/announce';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { importsApi } from './endpoints';
import { LARGEST_FILE, faultOf, typeOf } from './file-check';
import type { FileFault } from './file-check';
import { useImportsTexts } from './imports-texts';
import { rememberFile } from './sent-files';

const KEY = 'import';
export const largestShown = `${LARGEST_FILE / 1024 / 1024} MiB`;

export function useImportFile() {
  const t = useImportsTexts();
  const ui = useUiTexts();
  const navigate = useNavigate();
  const dispatch = useAppDispatch();

  const refuse = useCallback((fault: FileFault) => toast({ key: KEY, kind: 'failed', text: t.faults[fault](largestShown) }), [t]);

  const send = useCallback(
    async (file: File, key: string): Promise<void> => {
      toast({ key: KEY, text: t.sending(file.name) });
      announce(t.sending(file.name));
      const body = file.slice(0, file.size, typeOf(file.name));
      const answer = await dispatch(importsApi.endpoints.createImport.initiate({ body, 'Idempotency-Key': key }));
      if (answer.data) {
        rememberFile(answer.data.importId, file);
        return navigate(`/imports/${answer.data.importId}`);
      }
      const failure = asFailure(answer.error);
      toast({
        key: KEY,
        kind: 'failed',
        text: t.notSent(file.name, [detailOf(failure, ui), ...failure.fields.map(({ detail }) => detail)].join(' ')),
        action: { name: t.tryAgain, perform: () => void send(file, key) },
        requestId: failure.status >= 500 ? failure.requestId : undefined,
      });
    },
    [dispatch, navigate, t, ui],
  );

  const take = useCallback(
    async (file: File): Promise<void> => {
      const fault = await faultOf(file);
      if (fault) refuse(fault);
      else await send(file, crypto.randomUUID());
    },
    [refuse, send],
  );
  return { take, refuse };
}
