/** The one list of programming languages, without what only editors and runners need. */
export function languagesModule(languages) {
  const rows = languages.map(({ name, aliases }) => `  ${JSON.stringify({ name, aliases })},`);
  return [
    '// From contracts/programming_languages.json.',
    'export interface ProgrammingLanguage {',
    '  name: string;',
    '  aliases: readonly string[];',
    '}',
    'export const programmingLanguages: readonly ProgrammingLanguage[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}

/** Their colours by themselves: lists show them, and need nothing else of a language. */
export function coloursModule(languages) {
  const rows = languages.map(({ name, colour }) => `  ${JSON.stringify(name.toLowerCase())}: '${colour}',`);
  const open = 'export const languageColours: Readonly<Record<string, string>> = {';
  return ['// From contracts/programming_languages.json.', open, ...rows, '};', ''].join('\n');
}
