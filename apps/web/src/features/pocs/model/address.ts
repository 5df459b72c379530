/** What the address of a repository tells about it: a name and, often, the language. Both are proposals. */
import { languageNamed } from './language-names';
import { pathOf } from './repository-path';

const EXTENSIONS: Record<string, string> = {
  rs: 'Rust',
  go: 'Go',
  py: 'Python',
  ts: 'TypeScript',
  tsx: 'TypeScript',
  js: 'JavaScript',
  java: 'Java',
  kt: 'Kotlin',
  cpp: 'C++',
  cc: 'C++',
  hpp: 'C++',
  cs: 'C#',
  rb: 'Ruby',
  php: 'PHP',
  swift: 'Swift',
  zig: 'Zig',
  ex: 'Elixir',
  dart: 'Dart',
  scala: 'Scala',
  lua: 'Lua',
  hs: 'Haskell',
};
// Languages that are everyday words as well: a repository called `basic-auth` is not written in BASIC.
const EVERYDAY = new Set([
  'apex',
  'basic',
  'carbon',
  'crystal',
  'docker',
  'factor',
  'io',
  'make',
  'pure',
  'ring',
  'scheme',
  'shader',
  'shell',
  'small',
  'css',
  'html',
  'sql',
  'ex',
  'cs',
  'cl',
  'cr',
  'cu',
  'ino',
  'x86',
  'red',
  'self',
  'squirrel',
  'processing',
]);
const LONGEST_NAME = 100;

export interface Proposal {
  name: string;
  language?: string;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function languageOf(path: string): string | undefined {
  const extension = /\.(?<extension>[a-z]{1,4})$/i.exec(path)?.groups?.extension?.toLowerCase();
  if (extension && EXTENSIONS[extension]) return EXTENSIONS[extension];
  const words = path.toLowerCase().split(/[^\p{L}\p{N}+#]+/u);
  const known = words.reverse().find((word) => word.length > 1 && !EVERYDAY.has(word) && languageNamed(word));
  return known && languageNamed(known)?.name;
}

export function proposalOf(address: string): Proposal | undefined {
  const path = pathOf(address.trim());
  if (path === undefined) return undefined;
  const segments = path.split('/').filter(Boolean).map(decoded);
  const last = segments.at(-1)?.replace(/\.git$/i, '');
  if (!last) return undefined;
  return { name: [...last].slice(0, LONGEST_NAME).join(''), language: languageOf(decoded(path.replace(/\.git$/i, ''))) };
}
