// endpoints.mjs BUNDLES OUT: the contracts as endpoints of RTK Query (@rtk-query/codegen-openapi), without React.
const [, , bundles, out] = process.argv;
const { generateEndpoints } = await import('@rtk-query/codegen-openapi');

for (const name of ['auth', 'catalog', 'content']) {
  await generateEndpoints({
    schemaFile: `${bundles}/${name}.json`, apiFile: `${out}/base.ts`, apiImport: 'baseApi', outputFile: `${out}/${name}.ts`,
    exportName: `${name}Api`, hooks: false,
  });
}
