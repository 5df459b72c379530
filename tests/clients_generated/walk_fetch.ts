// A walk over the platform with the TypeScript client of openapi-generator.
import { Configuration, ErrorCode, PocsApi, ResponseError, TransferApi } from './catalog/index.js';
import {
  ChoicesApi, ContentProgressFromJSON, ContentStatus, ReportFormat, ReportsApi, Configuration as ContentConfiguration,
} from './content/index.js';
import { Configuration as PeopleConfiguration, SessionsApi, UsersApi } from './people/index.js';

declare const process: { env: Record<string, string> };

const expect = (good: boolean, what: string) => {
  if (!good) throw new Error(what);
};
const basePath = process.env.MRBILL_URL;

// -- who is calling

const refused = await new PocsApi(new Configuration({ basePath })).listPocs({}).catch((error: unknown) => error);
if (!(refused instanceof ResponseError)) throw new Error('without a token');
expect((await refused.response.json()).code === ErrorCode.TokenMissing, 'the code');
const logInRequest = { email: process.env.MRBILL_EMAIL, password: process.env.MRBILL_PASSWORD };
const { accessToken } = await new SessionsApi(new PeopleConfiguration({ basePath })).logIn({ logInRequest });
const settings = { basePath, accessToken };
const me = await new UsersApi(new PeopleConfiguration(settings)).getMe();
expect(me.email === process.env.MRBILL_EMAIL, me.email);

// -- one POC

const pocs = new PocsApi(new Configuration(settings));
const poc = await pocs.createPoc({ pocContent: { name: 'typescript fetch', language: 'C++', tags: ['fetch', 'client'] } });
expect(poc.createdAt instanceof Date, 'a time');
const changed = await pocs.updatePoc({ pocId: poc.pocId, ifMatch: `"${poc.version}"`, pocPatch: { description: 'changed' } });
expect(changed.description === 'changed', 'the change');
const found = await pocs.listPocs({ language: 'C++', tags: ['fetch', 'client'], after: poc.createdAt });
expect(found.items.length === 1 && found.items[0]?.pocId === poc.pocId, 'it is found');

// -- files

const transfer = new TransferApi(new Configuration(settings));
const line = { name: 'from a file', repositoryUrl: 'https://example.org/typescript-fetch' };
let job = await transfer.createImport({ body: new Blob([JSON.stringify(line)]) });
while (job.status === 'PENDING' || job.status === 'PROCESSING') job = await transfer.getImport({ importId: job.importId });
expect(job.createdRows === 1, JSON.stringify(job));
const file: Blob = await transfer.exportPocs({ tags: ['fetch'] });
expect((await file.text()).includes('typescript fetch'), 'the export');

// -- a report, live

const reports = new ReportsApi(new ContentConfiguration(settings));
const report = await reports.createReport({ reportSpec: { title: 'Typed', format: ReportFormat.Csv } });
const told: string = await reports.watchReport({ reportId: report.reportId });
const last = ContentProgressFromJSON(JSON.parse(told.trim().split('\n').filter((each) => each.startsWith('data:')).at(-1)!.slice(5)));
expect(last.status === ContentStatus.Completed, told);
const body = new Blob([new Uint8Array([1, 2, 3, 4])]);
const track = await new ChoicesApi(new ContentConfiguration(settings)).uploadTrack({ name: 'A song', body });
expect(track.isOwn, 'the track');

console.log('walked');
