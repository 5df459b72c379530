// The same walk with the generated endpoints of RTK Query.
import { configureStore } from '@reduxjs/toolkit';
import { baseApi, session } from './base.ts';
import { authApi } from './auth.ts';
import { catalogApi } from './catalog.ts';
import type { ErrorCode, Problem } from './catalog.ts';
import { contentApi } from './content.ts';

declare const process: { env: Record<string, string> };

const expect = (good: boolean, what: string) => {
  if (!good) throw new Error(what);
};
const store = configureStore({
  reducer: { [baseApi.reducerPath]: baseApi.reducer },
  middleware: (standard) => standard({ serializableCheck: false, immutableCheck: false }).concat(baseApi.middleware),
});
const { dispatch } = store;
const codeOf = async (asked: Promise<{ error?: unknown }>): Promise<ErrorCode> =>
  ((await asked).error as { data: Problem }).data.code;

// -- who is calling

expect(await codeOf(dispatch(catalogApi.endpoints.listPocs.initiate({}, { forceRefetch: true }))) === 'token_missing', 'without a token');
const tokens = await dispatch(authApi.endpoints.logIn.initiate({
  logInRequest: { email: process.env.MRBILL_EMAIL, password: process.env.MRBILL_PASSWORD },
})).unwrap();
session.token = tokens.accessToken;
const me = await dispatch(authApi.endpoints.getMe.initiate({})).unwrap();
expect(me.email === process.env.MRBILL_EMAIL, me.email);

// -- one POC

const pocContent = { name: 'typed query', language: 'C++', tags: ['query', 'rtk'] };
const poc = await dispatch(catalogApi.endpoints.createPoc.initiate({ pocContent })).unwrap();
const change = { pocId: poc.pocId, 'If-Match': `"${poc.version}"`, pocPatch: { description: 'changed', language: null } };
const changed = await dispatch(catalogApi.endpoints.updatePoc.initiate(change)).unwrap();
expect(changed.description === 'changed' && changed.language === null, 'the change');
const late = { ...change, pocPatch: { description: 'late' } };
expect(await codeOf(dispatch(catalogApi.endpoints.updatePoc.initiate(late))) === 'stale', 'stale');
const found = await dispatch(catalogApi.endpoints.listPocs.initiate({ tags: ['query', 'rtk'], pageSize: 5 })).unwrap();
expect(found.items.some((item) => item.pocId === poc.pocId), 'it is found');

// -- files

const line = { name: 'from a file', repositoryUrl: 'https://example.org/typed-query' };
const body = new Blob([JSON.stringify(line)], { type: 'application/x-ndjson' });
let job = await dispatch(catalogApi.endpoints.createImport.initiate({ body })).unwrap();
while (job.status === 'PENDING' || job.status === 'PROCESSING') {
  job = await dispatch(catalogApi.endpoints.getImport.initiate({ importId: job.importId }, { forceRefetch: true })).unwrap();
}
expect(job.createdRows === 1, JSON.stringify(job));
const file: Blob = await dispatch(catalogApi.endpoints.exportPocs.initiate({ tags: ['query'] })).unwrap();
expect((await file.text()).includes('typed query'), 'the export');
const song = new Blob([new Uint8Array([1, 2, 3, 4])], { type: 'audio/wav' });
const track = await dispatch(contentApi.endpoints.uploadTrack.initiate({ name: 'A song', body: song })).unwrap();
expect(track.isOwn, 'the track');

// -- a report, live

const report = await dispatch(contentApi.endpoints.createReport.initiate({ reportSpec: { title: 'Typed', format: 'CSV' } })).unwrap();
const told: string = await dispatch(contentApi.endpoints.watchReport.initiate({ reportId: report.reportId })).unwrap();
const last = JSON.parse(told.trim().split('\n').filter((each) => each.startsWith('data:')).at(-1)!.slice(5));
expect(last.status === 'COMPLETED', told);

console.log('walked');
