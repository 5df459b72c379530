// types.mjs BUNDLES OUT: the contracts as types (openapi-typescript). Binary bodies are Blobs; what has a default may be left out.
import { readFile, readdir, writeFile } from 'node:fs/promises';

const [, , bundles, out] = process.argv;
const { default: openapiTS, astToString } = await import('openapi-typescript');
const { default: ts } = await import('typescript');

const blob = ts.factory.createTypeReferenceNode('Blob');
const transform = (schema) => (schema.format === 'binary' ? blob : undefined);

for (const file of (await readdir(bundles)).filter((name) => name.endsWith('.json'))) {
  const contract = JSON.parse(await readFile(`${bundles}/${file}`, 'utf8'));
  const types = astToString(await openapiTS(contract, { transform, defaultNonNullable: false }));
  await writeFile(`${out}/${file.replace(/json$/, 'd.ts')}`, types);
}
