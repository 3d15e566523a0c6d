import { expect, test } from 'vitest';
import { BUNDLE_FILES, fileFormat } from '../../contract/bundle/format.ts';
import { random } from '../demo/random.ts';
import { REFERENCE_ORDER } from './order.ts';
import { type Row, readTable } from './read-table.ts';
import { generateBundle, writtenTexts } from './testing/generated-bundle.ts';

async function read(name: string, bytes: Buffer) {
  const errors: string[] = [];
  async function* open() {
    yield bytes.subarray(0, bytes.length >> 1);
    yield bytes.subarray(bytes.length >> 1);
  }
  const report = (line: number, column: number, message: string) =>
    errors.push(`${line}:${column}: ${message}`);
  const table = await readTable(fileFormat(name)!, { name: `${name}.csv`, open }, report);
  const rows: Row[] = [];
  for await (const batch of table.rows()) rows.push(...batch);
  return { rows, errors, columns: table.columns.map((column) => column.name), complete: table.complete };
}

test('columns may stand in any order; values come in the order of the format', async () => {
  expect(
    await read('contacts', Buffer.from('\ufeffname,active,company,key\r\n"Ann, B.",true,acme,c1\r\n')),
  ).toEqual({
    columns: ['key', 'company', 'name', 'active'],
    rows: [{ line: 2, values: ['c1', 'acme', 'Ann, B.', 'true'] }],
    errors: [],
    complete: true,
  });
});

test('bytes that are not UTF-8 end the file where they stand', async () => {
  const latin1 = Buffer.from('key,name\na,Acme\nb,Caf\xe9\nc,C\n', 'latin1');
  expect(await read('companies', latin1)).toMatchObject({
    rows: [{ line: 2 }],
    errors: ['3:2: the byte 0xE9 is not UTF-8; expected the file to be saved as UTF-8'],
    complete: false,
  });
  const utf16 = Buffer.from('\ufeffkey,name\n', 'utf16le');
  expect((await read('companies', utf16)).errors).toEqual([
    '1:1: the byte 0xFF is not UTF-8 (UTF-16, it seems); expected the file to be saved as UTF-8',
  ]);
});

test('a file that cannot be read on is reported where it ends', async () => {
  async function* open() {
    yield Buffer.from('key,name\na,A\nb,');
    throw new Error('the disk is gone');
  }
  const errors: string[] = [];
  const report = (line: number, column: number, message: string) =>
    errors.push(`${line}:${column}: ${message}`);
  const table = await readTable(fileFormat('companies')!, { name: 'companies.csv', open }, report);
  for await (const _ of table.rows());
  expect(errors).toEqual(['3:2: cannot be read on: the disk is gone']);
  expect(table.complete).toBe(false);
});

test('no damage makes reading fail: 2,500 files with bytes flipped, cut and repeated', async () => {
  let damaged = 0;
  for (let seed = 0; seed < 100; seed++) {
    const r = random(seed);
    for (const [name, text] of Object.entries(writtenTexts(generateBundle(seed), seed))) {
      const bytes = Buffer.from(text);
      for (let i = 0; i < 1 + r.int(4); i++) bytes[r.int(bytes.length)] = r.int(256);
      const { errors, rows } = await read(
        name,
        r.chance(0.5) ? bytes : bytes.subarray(0, r.int(bytes.length)),
      );
      damaged += 1;
      for (const error of errors) expect(error).toMatch(/^[1-9]\d*:[1-9]\d*: \S/);
      for (const row of rows) expect(row.line).toBeGreaterThan(1);
    }
  }
  expect(damaged).toBeGreaterThan(2500);
});

test('every file stands behind those that it refers to', () => {
  expect(REFERENCE_ORDER.length).toBe(BUNDLE_FILES.length);
  for (const [i, format] of REFERENCE_ORDER.entries())
    for (const { type } of format.columns)
      if (type.kind === 'reference' || type.kind === 'references')
        expect(REFERENCE_ORDER.slice(0, i).map(({ name }) => name)).toContain(type.to);
});
