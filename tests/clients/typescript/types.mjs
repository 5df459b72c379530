// types.mjs BUNDLES OUT: the contracts as types (openapi-typescript). Binary bodies are Blobs; what has a default may be left out.
import { readFile, writeFile } from 'node:fs/promises';

const [, , bundles, out] = process.argv;
const { default: openapiTS, astToString } = await import('openapi-typescript');
const { default: ts } = await import('typescript');

const blob = ts.factory.createTypeReferenceNode('Blob');
const transform = (schema) => (schema.format === 'binary' ? blob : undefined);

for (const name of ['auth', 'catalog', 'content', 'objects']) {
  const contract = JSON.parse(await readFile(`${bundles}/${name}.json`, 'utf8'));
  await writeFile(`${out}/${name}.d.ts`, astToString(await openapiTS(contract, { transform, defaultNonNullable: false })));
}
