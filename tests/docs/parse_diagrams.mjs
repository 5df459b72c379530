// Parses diagrams with Mermaid's own grammar: a JSON list of texts in, a JSON list of errors (or null) out.
// Argument: the folder that tools/node/install printed.
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const require = createRequire(`${process.argv[2]}/package.json`);
const load = (name) => import(pathToFileURL(require.resolve(name)).href);

const { JSDOM } = await load("jsdom");
globalThis.window = new JSDOM("").window; // labels are sanitized while they are parsed, and that needs a DOM
globalThis.document = globalThis.window.document;
const { default: mermaid } = await load("mermaid");

const errors = [];
for (const diagram of JSON.parse(await text(process.stdin))) {
  errors.push(await mermaid.parse(diagram).then(() => null, (error) => error.message));
}
console.log(JSON.stringify(errors));
