// lint_texts.mjs CASES: what the lint says of each [name, text], as JSON. In the workshop's folder.
import { createRequire } from 'node:module';

const { ESLint } = createRequire(`${process.cwd()}/package.json`)('eslint');
const eslint = new ESLint();
const said = [];
for (const [filePath, text] of JSON.parse(process.argv[2])) {
  const [result] = await eslint.lintText(text, { filePath });
  said.push(result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n'));
}
console.log(JSON.stringify(said));
