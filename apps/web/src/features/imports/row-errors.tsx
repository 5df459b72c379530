/** The rows that were refused, by line, with the reason; and those rows as a file that, mended, imports them alone. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState } from 'react';
import type { ImportDetail, ImportRowError } from '@/generated/catalog';
import { asFailure } from '@/shared/api/failure';
import { useAppDispatch } from '@/shared/api/store';
import type { Dispatch } from '@/shared/api/store';
import { saveAs } from '@/shared/lib/save-as';
import { toast } from '@/shared/lib/toasts';
import { detailOf } from '@/shared/ui/failure-notice';
import { useUiTexts } from '@/shared/ui/texts';
import { badRowsOf } from './bad-rows';
import { importsApi } from './endpoints';
import { FileButton } from './file-button';
import { useImportsTexts } from './imports-texts';
import { sentFile } from './sent-files';
import { ERRORS_AT_ONCE } from './use-import';

async function pageOf(dispatch: Dispatch, importId: string, page: number): Promise<ImportRowError[]> {
  const asked = importsApi.endpoints.getImport.initiate({ importId, page, pageSize: ERRORS_AT_ONCE }, { subscribe: false });
  return (await dispatch(asked).unwrap()).errors;
}

function useMore(job: ImportDetail) {
  const ui = useUiTexts();
  const dispatch = useAppDispatch();
  const [errors, setErrors] = useState(job.errors);
  useEffect(() => setErrors((before) => (before.length > job.errors.length ? before : job.errors)), [job.errors]);
  const total = job.pagination.totalItems;
  const bring = async (all: boolean): Promise<ImportRowError[]> => {
    let known = errors;
    try {
      do {
        if (known.length >= total) break;
        const next = await pageOf(dispatch, job.importId, Math.floor(known.length / ERRORS_AT_ONCE) + 1);
        if (next.length === 0) break;
        known = [...known.slice(0, Math.floor(known.length / ERRORS_AT_ONCE) * ERRORS_AT_ONCE), ...next];
      } while (all);
    } catch (error) {
      toast({ key: 'import', kind: 'failed', text: detailOf(asFailure(error), ui) });
    }
    setErrors(known);
    return known;
  };
  return { errors, total, bring };
}

export function RowErrors({ job }: { job: ImportDetail }) {
  const t = useImportsTexts();
  const id = useId();
  const { errors, total, bring } = useMore(job);
  const file = sentFile(job.importId);
  const save = async (source: File) => {
    const all = await bring(true);
    const bytes = new Uint8Array(await source.arrayBuffer());
    const type = job.format === 'csv' ? 'text/csv' : 'application/x-ndjson';
    saveAs(new File([badRowsOf(bytes, all)], `${t.rowsFile}.${job.format}`, { type }));
  };
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
      <Box>
        <Typography id={id} variant="h2">
          {t.refusedTitle}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {t.refusedIntro}
        </Typography>
      </Box>
      <Box>
        {file ? (
          <Button variant="outlined" onClick={() => void save(file)}>
            {t.saveRows}
          </Button>
        ) : (
          <FileButton variant="outlined" says={t.chooseAgain} onFile={(chosen) => void save(chosen)} />
        )}
      </Box>
      <Lines errors={errors} />
      {errors.length < total && (
        <Button color="inherit" sx={{ justifySelf: 'start' }} onClick={() => void bring(false)}>
          {t.moreRows(total)}
        </Button>
      )}
    </Box>
  );
}

const TABLE = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.875rem',
  '& th': { textAlign: 'left', fontWeight: 600, color: 'text.secondary', fontSize: '0.75rem' },
  '& th, & td': { py: 0.75, pr: 1.5, borderBottom: 1, borderColor: 'divider', verticalAlign: 'top' },
  '& td:last-of-type': { overflowWrap: 'anywhere' },
  '& td:first-of-type': { fontVariantNumeric: 'tabular-nums' },
} as const;

function Lines({ errors }: { errors: readonly ImportRowError[] }) {
  const t = useImportsTexts();
  const nameOf = (pointer: string) => t.fields[pointer.split('/')[1] ?? ''] ?? '—';
  return (
    <Box component="table" aria-label={t.refusedTitle} sx={TABLE}>
      <thead>
        <tr>
          <th scope="col">{t.line}</th>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.reason}</th>
        </tr>
      </thead>
      <tbody>
        {errors.map(({ line, pointer, code, detail }, at) => (
          <tr key={`${line}${pointer}${code}${at}`}>
            <td>{line}</td>
            <td>{nameOf(pointer)}</td>
            <td>{detail}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
