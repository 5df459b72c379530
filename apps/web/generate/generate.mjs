// generate.mjs BUNDLES LANGUAGES OUT: what the client knows of the contracts, as TypeScript. Nothing of it is written by hand, and
// nothing of it is in git: endpoints and types (RTK Query), the rules of what a person types (Yup), the programming languages.
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { generateEndpoints } from '@rtk-query/codegen-openapi';
import { languagesModule } from './languages.mjs';
import { limitsModule, rulesModule } from './rules.mjs';

const [, , bundles, languages, out] = process.argv;
const FILES = 'objects.json'; // what is behind signed links is no JSON
const contracts = (await readdir(bundles)).filter((file) => file.endsWith('.json') && file !== FILES);
const APIS = contracts.map((file) => file.replace('.json', '')).sort();

const isForPrograms = (operation) => !operation.startsWith('show'); // the API's own pages behind mailed links

await rm(out, { recursive: true, force: true }); // what is generated no more goes
await mkdir(out, { recursive: true });
for (const name of APIS) {
  await generateEndpoints({
    schemaFile: `${bundles}/${name}.json`,
    apiFile: '@/shared/api/base-api', // never where it lies: a workshop that was moved would take it from where it was
    apiImport: 'baseApi',
    outputFile: `${out}/${name}.ts`,
    exportName: `${name}Api`,
    filterEndpoints: isForPrograms,
    hooks: true,
  });
}
const documents = await Promise.all(APIS.map(async (name) => JSON.parse(await readFile(`${bundles}/${name}.json`, 'utf8'))));
await writeFile(`${out}/rules.ts`, rulesModule(documents));
await writeFile(`${out}/limits.ts`, limitsModule(documents));
const known = JSON.parse(await readFile(languages, 'utf8')).languages;
await writeFile(`${out}/languages.ts`, languagesModule(known));
