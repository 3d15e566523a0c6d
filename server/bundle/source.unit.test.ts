import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import yazl, { type Options } from 'yazl';
import { errorLine } from './errors.ts';
import { openBundle } from './source.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'quarterdeck-source-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a bundle holds: the text of each file, or the error in reading it; or what is wrong with the bundle. */
async function read(place: string): Promise<Record<string, string> | string[]> {
  const source = await openBundle(place);
  try {
    if (source.errors.length > 0) return source.errors.map(errorLine);
    const texts: Record<string, string> = {};
    for (const file of source.files)
      texts[file.name] = await buffer(Readable.from(file.open())).then(
        String,
        (error: Error) => `failed: ${error.message}`,
      );
    return texts;
  } finally {
    await source.close();
  }
}

type Entry = readonly [name: string, text: string | Buffer, options?: Partial<Options>];

async function zipOf(entries: readonly Entry[], change: (zip: Buffer) => void = () => {}): Promise<string> {
  const zip = new yazl.ZipFile();
  for (const [name, text, options] of entries) zip.addBuffer(Buffer.from(text), name, options);
  zip.end();
  const bytes = await buffer(zip.outputStream);
  change(bytes);
  const place = path.join(folder, 'bundle.zip');
  await writeFile(place, bytes);
  return place;
}

/** Where the central directory describes each entry. */
function headers(zip: Buffer): number[] {
  const found: number[] = [];
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) found.push(at);
  return found;
}

function replaceAll(zip: Buffer, text: string, by: string) {
  for (let at = zip.indexOf(text); at >= 0; at = zip.indexOf(text)) zip.write(by, at, 'latin1');
}

const companies: Entry = ['companies.csv', 'key,name\nacme,Acme\n'];
const goals: Entry = ['goals.csv', 'key\n'];

test('a folder gives its CSV files, and nothing else of what it holds', async () => {
  for (const [name, text] of [
    companies,
    goals,
    ['README.md', 'x'],
    ['.hidden.csv', 'x'],
    ['notes.xlsx', 'x'],
  ] as const)
    await writeFile(path.join(folder, name), text);
  await mkdir(path.join(folder, 'old'));
  await writeFile(path.join(folder, 'old', 'contacts.csv'), 'x');
  expect(await read(folder)).toEqual({ 'companies.csv': companies[1], 'goals.csv': goals[1] });
});

test('what is neither folder nor zip is refused', async () => {
  await writeFile(path.join(folder, 'companies.csv'), companies[1]);
  expect(await read(path.join(folder, 'nothing'))).toEqual([
    'nothing:1:1: there is no such folder or file; expected a folder or a .zip of CSV files',
  ]);
  expect(await read(path.join(folder, 'companies.csv'))).toEqual([
    expect.stringMatching(/^companies\.csv:1:1: .*; expected a folder or a \.zip of CSV files$/),
  ]);
  await mkdir(path.join(folder, 'goals.csv'));
  await symlink(path.join(folder, 'companies.csv'), path.join(folder, 'users.csv'));
  expect(await read(folder)).toEqual(['goals.csv:1:1: is not a file; expected CSV']);
});

test('a zip may hold the files themselves, or one folder of them, packed or not', async () => {
  const expected = { 'companies.csv': companies[1], 'goals.csv': goals[1] };
  expect(await read(await zipOf([companies, goals]))).toEqual(expected);
  const strays: Entry[] = [
    ['__MACOSX/portfolio/._companies.csv', 'x'],
    ['portfolio/.DS_Store', 'x'],
    ['readme.txt', 'x'],
  ];
  const inFolder = [companies, goals].map(
    ([name, text]): Entry => [`portfolio/${name}`, text, { compress: false }],
  );
  expect(await read(await zipOf([...strays, ...inFolder]))).toEqual(expected);
});

test.each<[string, readonly Entry[], (zip: Buffer) => void, string]>([
  [
    'two folders',
    [
      ['a/companies.csv', ''],
      ['b/goals.csv', ''],
    ],
    () => {},
    'a/companies.csv:1:1: the CSV files stand in "a/", "b/"; expected them at the top of the zip or in one folder',
  ],
  [
    'a folder in a folder',
    [['a/b/companies.csv', '']],
    () => {},
    'a/b/companies.csv:1:1: the CSV files stand in "a/b/"; expected them at the top of the zip or in one folder',
  ],
  [
    'a name that leads elsewhere',
    [['xx/companies.csv', '']],
    (zip) => replaceAll(zip, 'xx/', '../'),
    'bundle.zip:1:1: invalid relative path: ../companies.csv; expected',
  ],
  [
    'an absolute name',
    [['x/companies.csv', '']],
    (zip) => replaceAll(zip, 'x/c', '//c'),
    'bundle.zip:1:1: absolute path: //companies.csv; expected',
  ],
  [
    'a backslash in a name',
    [['x/companies.csv', '']],
    (zip) => replaceAll(zip, 'x/c', 'x\\c'),
    'bundle.zip:1:1: invalid characters in fileName: x\\companies.csv; expected',
  ],
  [
    'a name twice',
    [companies, ['companiez.csv', '']],
    (zip) => replaceAll(zip, 'companiez', 'companies'),
    'companies.csv:1:1: stands in the zip more than once; expected once',
  ],
  [
    'a symbolic link',
    [['companies.csv', '/etc/passwd', { mode: 0o120777 }]],
    () => {},
    'companies.csv:1:1: is a symbolic link; expected a file',
  ],
  [
    'an encrypted entry',
    [companies],
    (zip) => zip.writeUInt16LE(1, headers(zip)[0]! + 8),
    'companies.csv:1:1: is encrypted; expected a zip without a password',
  ],
  [
    'another way of packing',
    [companies],
    (zip) => zip.writeUInt16LE(14, headers(zip)[0]! + 10),
    'companies.csv:1:1: is packed by method 14; expected deflate or no compression',
  ],
  ['a bomb', [['companies.csv', Buffer.alloc(40_000_000)]], () => {}, 'companies.csv:1:1: unpacks to 10'],
  [
    'entries that overlap',
    [['companies.csv', Buffer.alloc(5000), { compress: false }], goals],
    (zip) => {
      const [first, second] = headers(zip) as [number, number];
      zip.copy(zip, second + 10, first + 10, first + 28);
      zip.copy(zip, second + 42, first + 42, first + 46);
    },
    'bundle.zip:1:1: its entries overlap; expected an ordinary zip',
  ],
  [
    'an unknown file',
    [companies, ['clients.csv', '']],
    () => {},
    'clients.csv:1:1: unknown file; expected a file of the bundle',
  ],
  ['a cut zip', [companies], (zip) => zip.fill(0, zip.length - 10), 'bundle.zip:1:1: '],
])('a zip with %s is refused', async (_, entries, change, error) => {
  expect(await read(await zipOf(entries, change))).toEqual([expect.stringContaining(error)]);
});

test.each<[string, (zip: Buffer) => void, string]>([
  [
    'more than it declares',
    (zip) => zip.writeUInt32LE(5, headers(zip)[0]! + 24),
    'failed: too many bytes in the stream. expected 5. got at least 19',
  ],
  [
    'another check sum',
    (zip) => zip.writeUInt32LE(5, headers(zip)[0]! + 16),
    'failed: the zip is damaged: the check sum does not match',
  ],
  ['damaged packing', (zip) => zip.fill(0xff, 45, 55), 'failed: invalid'],
])('an entry with %s is not read to its end', async (_, change, error) => {
  expect(await read(await zipOf([companies], change))).toEqual({
    'companies.csv': expect.stringContaining(error),
  });
});
