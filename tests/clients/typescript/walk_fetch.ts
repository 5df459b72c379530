// A walk over the platform with openapi-fetch and the generated types.
import createClient from 'openapi-fetch';
import type { Middleware } from 'openapi-fetch';
import type { paths as Auth, components as AuthParts } from './auth.d.ts';
import type { paths as Catalog, components as CatalogParts } from './catalog.d.ts';
import type { paths as Content, components as ContentParts } from './content.d.ts';

declare const process: { env: Record<string, string> };

const expect = (good: boolean, what: string) => {
  if (!good) throw new Error(what);
};
const some = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(what);
  return value;
};

const settings = { baseUrl: process.env.MRBILL_URL };
const auth = createClient<Auth>(settings);
const catalog = createClient<Catalog>(settings);
const content = createClient<Content>(settings);

// -- who is calling

const refused = await catalog.GET('/api/v1/pocs');
const code: CatalogParts['schemas']['ErrorCode'] = some(refused.error, 'without a token').code;
expect(code === 'token_missing', code);

const credentials: AuthParts['schemas']['LogInRequest'] = { email: process.env.MRBILL_EMAIL, password: process.env.MRBILL_PASSWORD };
const tokens = some((await auth.POST('/api/v1/auth/login', { body: credentials })).data, 'signing in');
const bearer: Middleware = { onRequest: ({ request }) => request.headers.set('Authorization', `Bearer ${tokens.accessToken}`) };
for (const client of [auth, catalog, content]) client.use(bearer);
const me = some((await auth.GET('/api/v1/users/me')).data, 'me');
expect(me.email === process.env.MRBILL_EMAIL, me.email);

// -- one POC

const created = await catalog.POST('/api/v1/pocs', { body: { name: 'typed fetch', language: 'C++', tags: ['typed', 'fetch'] } });
const poc = some(created.data, 'creating');
const etag = some(created.response.headers.get('ETag') ?? undefined, 'its tag');
const changed = await catalog.PATCH('/api/v1/pocs/{pocId}', {
  params: { path: { pocId: poc.pocId }, header: { 'If-Match': etag } },
  body: { description: 'changed', language: null },
});
expect(some(changed.data, 'changing').description === 'changed', 'the change');
const stale = await catalog.PATCH('/api/v1/pocs/{pocId}', {
  params: { path: { pocId: poc.pocId }, header: { 'If-Match': etag } }, body: { description: 'late' },
});
expect(some(stale.error, 'a stale change').code === 'stale', 'stale');
const found = await catalog.GET('/api/v1/pocs', { params: { query: { tags: ['typed', 'fetch'], pageSize: 5 } } });
expect(some(found.data, 'listing').items.some((item) => item.pocId === poc.pocId), 'it is found');
const wrong = await catalog.GET('/api/v1/pocs', { params: { query: { pageSize: 1000 } } });
const field: CatalogParts['schemas']['FieldErrorCode'] | undefined = wrong.error?.errors?.[0]?.code;
expect(field === 'range', String(field));

// -- files

const lines: CatalogParts['schemas']['ImportRow'][] = [{ name: 'from a file', repositoryUrl: 'https://example.org/typed-fetch' }];
const started = await catalog.POST('/api/v1/pocs/imports', {
  body: new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]),
  bodySerializer: (body) => body,
  headers: { 'Content-Type': 'application/x-ndjson' },
});
let job = some(started.data, 'importing');
while (job.status === 'PENDING' || job.status === 'PROCESSING') {
  job = some((await catalog.GET('/api/v1/pocs/imports/{importId}', { params: { path: { importId: job.importId } } })).data, 'its progress');
}
expect(job.createdRows === 1, JSON.stringify(job));
const exported = await catalog.GET('/api/v1/pocs/export', { params: { query: { tags: ['typed'] } }, parseAs: 'blob' });
const file: Blob = some(exported.data, 'exporting');
expect((await file.text()).includes('typed fetch'), 'the export');

// -- a report, live

const report = some((await content.POST('/api/v1/content/reports', { body: { title: 'Typed', format: 'CSV' } })).data, 'a report');
const watched = { params: { path: { reportId: report.reportId } } };
const events = await content.GET('/api/v1/content/reports/{reportId}/events', { ...watched, parseAs: 'text' });
const told: string = some(events.data, 'its events');
const data = told.trim().split('\n').filter((line) => line.startsWith('data:'));
const last: ContentParts['schemas']['ContentProgress'] = JSON.parse(data.at(-1)!.slice(5));
expect(last.status === 'COMPLETED', told);

console.log('walked');
