// compress.mjs FOLDER: beside each text its gzip and brotli form, as small as they get, for the gateway to send as they are.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [, , folder] = process.argv;
const TEXT = /\.(?:js|css|svg|json|webmanifest)$/;
const WORTH_IT = 512;

for (const name of (await readdir(folder)).filter((file) => TEXT.test(file))) {
  const content = await readFile(`${folder}/${name}`);
  if (content.length < WORTH_IT) continue;
  await writeFile(`${folder}/${name}.gz`, gzipSync(content, { level: 9 }));
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
  await writeFile(`${folder}/${name}.br`, brotliCompressSync(content, options));
}
