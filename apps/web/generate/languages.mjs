const PARTS = ';';

/**
 * The one list of programming languages, without what only editors and runners need. Lists show their colours and the search knows their
 * names, so it comes with the first page: as lines, which are half as long on the wire as objects.
 */
export function languagesModule(languages) {
  const rows = languages.map(({ name, colour, aliases }) => [name, colour, ...aliases]);
  if (rows.flat().some((word) => word.includes(PARTS) || word.includes('\n'))) throw new Error(`a language has a ${PARTS} in its words`);
  const text = rows.map((words) => words.join(PARTS)).join('\n');
  return `// From contracts/programming_languages.json.
export interface ProgrammingLanguage {
  name: string;
  colour: string;
  aliases: readonly string[];
}
const ROWS = ${JSON.stringify(text)};
export const programmingLanguages: readonly ProgrammingLanguage[] = ROWS.split('\\n').map((row) => {
  const [name = '', colour = '', ...aliases] = row.split('${PARTS}');
  return { name, colour, aliases };
});
`;
}
