/** The one list of programming languages, without what only editors and runners need. */
export function languagesModule(languages) {
  const rows = languages.map(({ name, aliases, colour }) => `  ${JSON.stringify({ name, aliases, colour })},`);
  return [
    '// From contracts/languages.json.',
    'export interface ProgrammingLanguage {',
    '  name: string;',
    '  aliases: readonly string[];',
    '  colour: string;',
    '}',
    'export const programmingLanguages: readonly ProgrammingLanguage[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}
