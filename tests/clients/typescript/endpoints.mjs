// endpoints.mjs BUNDLES OUT: the contracts as endpoints of RTK Query (@rtk-query/codegen-openapi), without React.
import { readdir } from 'node:fs/promises';

const [, , bundles, out] = process.argv;
const { generateEndpoints } = await import('@rtk-query/codegen-openapi');

const contracts = (await readdir(bundles)).filter((file) => file.endsWith('.json') && file !== 'objects.json'); // files are no JSON
for (const name of contracts.map((file) => file.slice(0, -'.json'.length))) {
  await generateEndpoints({
    schemaFile: `${bundles}/${name}.json`, apiFile: `${out}/base.ts`, apiImport: 'baseApi', outputFile: `${out}/${name}.ts`,
    exportName: `${name}Api`, hooks: false,
  });
}
