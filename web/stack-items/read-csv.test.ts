import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test('UTF-8 is read, with or without a byte order mark', () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  expect(readCsv('a.csv', encode('key,name\r\nx,Größe 🛡️\r\n'))).toEqual({
    text: 'key,name\r\nx,Größe 🛡️\r\n',
  });
  expect(readCsv('a.csv', encode('\uFEFFkey'))).toEqual({ text: 'key' });
  expect(readCsv('a.csv', encode(''))).toEqual({ text: '' });
});

test.each([
  ['k\xe9y,name', 1, 1],
  ['key,name\r\nx,"a, b",Gr\xf6\xdfe\r\n', 2, 3],
  ['key,name\nx,"say ""\xe9"""\n', 2, 2],
])('%j is refused where it is not UTF-8', (text, line, column) => {
  expect(readCsv('a.csv', latin1(text))).toMatchObject({ error: { file: 'a.csv', line, column } });
});
