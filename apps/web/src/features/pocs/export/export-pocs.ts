/**
 * The POCs that are found, as one file. It is fetched with the ticket in its header, so that none stands in an address, and streamed by
 * the browser into a file of its own: it never lies in the page's memory as a whole.
 */
import type { TransferFormat } from '@/generated/catalog';
import { FILE_PATIENCE_MS } from '@/shared/api/base-query';
import { saveAs } from '@/shared/lib/save-as';
import { pocsApi } from '../model/endpoints';
import type { PocQuery } from '../model/filters';
import type { PocsDispatch } from '../model/store';

/** As the service named it. */
export const nameIn = (disposition: string | null | undefined, otherwise: string): string =>
  /filename="(?<name>[^"/\\]+)"/.exec(disposition ?? '')?.groups?.name ?? otherwise;

const api = pocsApi.enhanceEndpoints({
  endpoints: {
    exportPocs: {
      extraOptions: { patienceMs: FILE_PATIENCE_MS },
      keepUnusedDataFor: 0,
      transformResponse: (file: Blob, meta, { format }) =>
        new File([file], nameIn(meta?.response?.headers.get('Content-Disposition'), `pocs.${format ?? 'jsonl'}`), { type: file.type }),
    },
  },
});

/** Rejects with the failure. */
export async function exportPocs(dispatch: PocsDispatch, query: PocQuery, format: TransferFormat): Promise<string> {
  const asked = api.endpoints.exportPocs.initiate({ ...query, format }, { subscribe: false, forceRefetch: true });
  const file = (await dispatch(asked).unwrap()) as File;
  saveAs(file);
  return file.name;
}
