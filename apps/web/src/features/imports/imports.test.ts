import { describe, expect, it } from 'vitest';
import { badRowsOf, decoded } from './bad-rows';
import { LARGEST_FILE, dropped, faultOf, typeOf } from './file-check';

const file = (name: string, content: BlobPart = 'name;repositoryUrl\r\n', type = 'text/csv') => new File([content], name, { type });
const large = (size: number) => Object.defineProperty(file('pocs.csv'), 'size', { value: size });

describe('W9: what is dropped', () => {
  it('is a table by its name, whatever type the system gave it', async () => {
    expect(await faultOf(file('pocs.csv', 'name\n', 'application/vnd.ms-excel'))).toBeUndefined();
    expect(await faultOf(file('POCS.JSONL', '{}', ''))).toBeUndefined();
    expect([typeOf('a.csv'), typeOf('a.b.NDJSON'), typeOf('a.tsv'), typeOf('a')]).toEqual([
      'text/csv',
      'application/x-ndjson',
      'text/tab-separated-values',
      undefined,
    ]);
  });

  it('is refused where it is too large, empty, a picture, or a workbook under any name', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);
    const zip = new Uint8Array([0x50, 0x4b, 0x03, 0x04]);
    expect(await faultOf(large(20 * 1024 * 1024))).toBe('too_large');
    expect(await faultOf(large(LARGEST_FILE + 1))).toBe('too_large');
    expect(await faultOf(large(LARGEST_FILE))).toBeUndefined();
    expect(await faultOf(file('pocs.csv', ''))).toBe('empty');
    expect(await faultOf(file('me.png', png))).toBe('not_a_table');
    expect(await faultOf(file('renamed.csv', png))).toBe('not_a_table');
    expect(await faultOf(file('pocs.xlsx', zip))).toBe('workbook');
    expect(await faultOf(file('renamed.csv', zip))).toBe('workbook');
  });

  it('is one file, and no folder', async () => {
    const transfer = (files: File[], isDirectory = false) =>
      ({ files, items: files.map(() => ({ webkitGetAsEntry: () => ({ isDirectory }) })) }) as unknown as DataTransfer;
    const one = file('pocs.csv');
    expect(await dropped(transfer([one]))).toBe(one);
    expect(await dropped(transfer([one, one]))).toBe('several');
    expect(await dropped(transfer([one], true))).toBe('folder');
    expect(await dropped(transfer([]))).toBe('not_a_table');
  });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const bad = (...lines: number[]) => lines.map((line) => ({ line, code: 'too_long' }));

describe('the rows that were refused', () => {
  it('come with the heading of a Brazilian spreadsheet, and with nothing else', () => {
    const table = '\uFEFFnome;repositório;tags\r\na;https://a;"um;dois"\r\nb;;x\r\n"c ""d""";https://c;y\r\ne;;z\r\n';
    expect(badRowsOf(bytes(table), bad(3, 5))).toBe('\uFEFFnome;repositório;tags\r\nb;;x\r\ne;;z\r\n');
  });

  it('are whole where they go over several lines', () => {
    const table = 'name,description\r\na,"one\r\ntwo, ""three"""\r\nb,c\r\n"d",\r\n';
    expect(badRowsOf(bytes(table), bad(2))).toBe('\uFEFFname,description\r\na,"one\r\ntwo, ""three"""\r\n');
    expect(badRowsOf(bytes(table), bad(4, 5))).toBe('\uFEFFname,description\r\nb,c\r\n"d",\r\n');
  });

  it('are one line where a quote is not closed', () => {
    const table = 'name,description\na,"one\nb,two\n';
    expect(badRowsOf(bytes(table), [{ line: 2, code: 'open_quote' }])).toBe('\uFEFFname,description\na,"one\n');
    expect(badRowsOf(bytes(table), bad(2))).toBe('\uFEFFname,description\na,"one\n');
    expect(badRowsOf(bytes('name,d\na,"x"y\n'), bad(2))).toBe('\uFEFFname,d\na,"x"y\n');
  });

  it('keep what a spreadsheet says of its separator, and end where the file does not', () => {
    expect(badRowsOf(bytes('sep=|\n||\nname|url\na|b\nc|d'), bad(5))).toBe('\uFEFFsep=|\n||\nname|url\nc|d\r\n');
    expect(badRowsOf(bytes('name\turl\ta,b\nx\ty\tz'), bad(2))).toBe('\uFEFFname\turl\ta,b\nx\ty\tz\r\n');
  });

  it('of JSON lines are lines', () => {
    expect(badRowsOf(bytes('{"name":"a"}\n{"name":1}\n{"name":2}'), bad(2, 3))).toBe('{"name":1}\n{"name":2}\r\n');
  });

  it('are read in the character set that they are in', () => {
    expect(decoded(new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0xe7, 0x00]))).toBe('aç');
    expect(decoded(new Uint8Array([0xfe, 0xff, 0x00, 0x61, 0x00, 0xe7]))).toBe('aç');
    expect(decoded(new Uint8Array([0x61, 0xe7, 0xe3, 0x6f]))).toBe('ação');
    expect(badRowsOf(bytes('name,x\ra,b\rc,d\r'), bad(3))).toBe('\uFEFFname,x\nc,d\n');
  });
});
