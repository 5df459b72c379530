/**
 * The rows of a file that were refused, as a file of the same kind: heading, those rows, nothing else. Mended, it imports those alone.
 * Lines are counted as the service counts them: from 1, a record where it begins.
 */
import type { ImportRowError } from '@/generated/catalog';

type BadLine = Pick<ImportRowError, 'line' | 'code'>;

const SEPARATORS = [',', ';', '\t', '|'];
const ANNOUNCED = /^"?sep=(?<separator>.)"?\s*$/i;
const MARK = '\uFEFF'; // with it a spreadsheet knows that it is UTF-8

/** In UTF-8, in what its mark says, or as older Windows programs write. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
};

/** Where the record that begins at `from` ends. A quote that is never closed costs its own line alone. */
function recordEnd(text: string, from: number, separator: string): number {
  let state: 'start' | 'plain' | 'quoted' | 'behind' = 'start';
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (state === 'quoted') {
      if (letter === '"') state = 'behind';
    } else if (letter === '\n') return at + 1;
    else if (letter === separator) state = 'start';
    else if (state === 'behind') {
      if (letter === '"') state = 'quoted';
      else if (letter !== ' ' && letter !== '\r') return lineEnd(text, from);
    } else if (state === 'start' && letter === '"') state = 'quoted';
    else if (letter !== ' ') state = 'plain';
  }
  return state === 'quoted' ? lineEnd(text, from) : text.length;
}

/** What stands before the first row: `sep=`, empty lines, the heading. */
function headOf(text: string): { head: string; separator: string } {
  let at = 0;
  let announced: string | undefined;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).trim();
    const said = ANNOUNCED.exec(line)?.groups?.separator;
    if (said) announced = said;
    else if (line.replace(/[,;|"]/g, '') !== '') {
      const count = (separator: string) => line.split(separator).length;
      const separator = announced ?? SEPARATORS.reduce((best, each) => (count(each) > count(best) ? each : best));
      return { head: text.slice(0, recordEnd(text, at, separator)), separator };
    }
    at = end;
  }
  return { head: text, separator: announced ?? ',' };
}

const ended = (record: string): string => (record.endsWith('\n') ? record : `${record}\r\n`);

export function badRowsOf(bytes: Uint8Array, errors: readonly BadLine[]): string {
  const read = decoded(bytes).replace(MARK, '');
  const text = read.includes('\n') ? read : read.replaceAll('\r', '\n');
  const isTable = !text.trimStart().startsWith('{');
  const { head, separator } = isTable ? headOf(text) : { head: '', separator: '' };
  const bad = new Map(errors.map(({ line, code }) => [line, code]));
  const rows: string[] = [];
  let line = 1;
  for (let at = 0; at < text.length; line += 1) {
    const code = bad.get(line);
    if (code !== undefined) {
      const end = isTable && code !== 'open_quote' ? recordEnd(text, at, separator) : lineEnd(text, at);
      rows.push(ended(text.slice(at, end)));
    }
    at = lineEnd(text, at);
  }
  return `${isTable ? MARK : ''}${head && ended(head)}${rows.join('')}`;
}
