/** Whether a file can be one of POCs, said before a byte of it is sent. What it is called counts, and how it begins: types lie. */
import { largestBody } from '@/generated/limits';

export type FileFault = 'folder' | 'several' | 'empty' | 'too_large' | 'workbook' | 'not_a_table';

export const LARGEST_FILE = largestBody.createImport;

/** As the service knows them. */
const TYPES: Record<string, string> = {
  csv: 'text/csv',
  txt: 'text/csv',
  tsv: 'text/tab-separated-values',
  tab: 'text/tab-separated-values',
  jsonl: 'application/x-ndjson',
  ndjson: 'application/x-ndjson',
};
const WORKBOOK = ['xls', 'xlsx', 'xlsm', 'ods', 'numbers'];
/** What a file chooser offers. */
export const CHOOSABLE = Object.keys(TYPES)
  .map((extension) => `.${extension}`)
  .join();

const BEGINNINGS: readonly [number[], FileFault][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'workbook'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'workbook'],
  [[0x89, 0x50, 0x4e, 0x47], 'not_a_table'],
  [[0xff, 0xd8, 0xff], 'not_a_table'],
  [[0x47, 0x49, 0x46, 0x38], 'not_a_table'],
  [[0x25, 0x50, 0x44, 0x46], 'not_a_table'],
  [[0x1f, 0x8b], 'not_a_table'],
];

const extensionOf = (name: string): string => /\.(?<extension>[^.]+)$/.exec(name)?.groups?.extension?.toLowerCase() ?? '';

export const typeOf = (name: string): string | undefined => TYPES[extensionOf(name)];

export async function faultOf(file: File): Promise<FileFault | undefined> {
  const extension = extensionOf(file.name);
  if (WORKBOOK.includes(extension)) return 'workbook';
  if (!TYPES[extension]) return 'not_a_table';
  if (file.size === 0) return 'empty';
  if (file.size > LARGEST_FILE) return 'too_large';
  const begins = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  return BEGINNINGS.find(([bytes]) => bytes.every((byte, at) => begins[at] === byte))?.[1];
}

/** The one file that was dropped, or why there is none. */
export async function dropped({ items, files }: Pick<DataTransfer, 'items' | 'files'>): Promise<File | FileFault> {
  const isFolder = [...items].some((item) => item.webkitGetAsEntry?.()?.isDirectory);
  if (isFolder) return 'folder';
  const [file, another] = [...files];
  if (!file) return 'not_a_table';
  if (another) return 'several';
  return (await faultOf(file)) ?? file;
}
