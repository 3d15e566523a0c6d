import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CsvRow, csvScanner } from './csv-scanner.ts';

const limits = { cellsKept: 10, longest: () => 40 };

function scan(pieces: readonly string[], { cellsKept = 10, longest = 40 } = {}) {
  const errors: string[] = [];
  let header: CsvRow | undefined;
  const scanner = csvScanner(
    (line, column, message) => errors.push(`${line}:${column}: ${message}`),
    (row) => {
      header = row;
      return { ...limits, cellsKept, longest: () => longest };
    },
  );
  const rows = pieces.flatMap((piece) => scanner.push(piece));
  rows.push(...scanner.end());
  return { header: header?.cells, rows, cells: rows.map((row) => row.cells), errors };
}

test.each<[string, string, string[][]]>([
  ['lines that end in CRLF', 'a,b\r\n1,2\r\n', [['1', '2']]],
  ['lines that end in LF', 'a,b\n1,2\n', [['1', '2']]],
  [
    'both',
    'a,b\r\n1,2\n3,4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['no line end at the end', 'a,b\n1,2', [['1', '2']]],
  ['a comma at the end', 'a,b\n1,', [['1', '']]],
  ['a carriage return at the end', 'a,b\n1,2\r', [['1', '2']]],
  [
    'empty lines',
    '\n\na,b\r\n\r\n1,2\n\n\n3,4\n\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['an empty cell in quotes, by itself', 'a\n""\n', [['']]],
  ['quotes', 'a,b\n"1,2","say ""hi"""\n', [['1,2', 'say "hi"']]],
  ['line ends in quotes', 'a,b\n"1\r\n2\n3\r4",5\n', [['1\r\n2\n3\r4', '5']]],
  ['spaces', 'a,b\n 1 , 2\n', [[' 1 ', ' 2']]],
  ['only a header', 'a,b', []],
])('%s', (_, text, cells) => {
  const result = scan([text]);
  expect(result).toMatchObject({ cells, errors: [] });
  expect(result.header).toEqual(text.includes('b') ? ['a', 'b'] : ['a']);
});

test('rows know the line in which they begin', () => {
  expect(scan(['a\n\n"1\n2\n3"\n4\r\n\r\n"5"\n']).rows.map((row) => row.line)).toEqual([3, 6, 8]);
});

test.each<[string, string, string[]]>([
  ['a quote never closed', 'a,b\n1,2\n3,"4\n5,6\n', ['3:2: a quote is opened here and never closed']],
  [
    'text after a closing quote',
    'a,b\n"1"x,2\n"1" ,2\n',
    [
      '2:1: text after a closing quote; expected a comma or the end of the line',
      '3:1: text after a closing quote; expected a comma or the end of the line',
    ],
  ],
  [
    'a quote within a cell, several of them',
    'a,b\n1,5" or 6"\n',
    ['2:2: a quote within a cell that does not begin with one; expected "" inside quotes'],
  ],
  [
    'carriage returns by themselves, said once',
    'a,b\r1,2\r3,4\r',
    ['1:2: a carriage return by itself; expected lines that end in CRLF or LF'],
  ],
  ['a long cell', `a,b\n1,${'x'.repeat(41)}\n`, ['2:2: the cell has more than 40 characters']],
  ['a long cell in quotes', `a,b\n1,"${'x\n'.repeat(21)}"\n`, ['2:2: the cell has more than 40 characters']],
])('reports %s', (_, text, errors) => {
  expect(scan([text]).errors).toEqual(errors);
});

test('goes on after an error, and says which rows it cannot vouch for', () => {
  const { rows } = scan(['a,b\n"1"x,2\n3,4\n5,6"\n7,8\n']);
  expect(rows.map(({ line, sound }) => [line, sound])).toEqual([
    [2, false],
    [3, true],
    [4, false],
    [5, true],
  ]);
});

test('counts more cells than it keeps', () => {
  const { rows, errors } = scan([`a,b\n${'1,'.repeat(99)}1\n`], { cellsKept: 3 });
  expect(rows).toEqual([{ line: 2, cells: ['1', '1', '1'], count: 100, sound: true }]);
  expect(errors).toEqual([]);
});

function cut(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  let rest = text;
  for (const length of lengths) {
    pieces.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...pieces, rest];
}

const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r\n', '\n', '\r', 'é', '😀', ' ') });

test('reads back what was written by RFC 4180, however it is cut', () => {
  const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const table = fc.array(fc.tuple(cell, cell, fc.constant('end')), { maxLength: 5 });
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), fc.array(fc.nat(9)), (rows, lineEnd, lengths) => {
      const text = [['a', 'b', 'c'], ...rows].map((row) => row.map(quote).join(',') + lineEnd).join('');
      const result = scan(cut(text, lengths), { longest: 1000 });
      expect(result).toMatchObject({ cells: rows, errors: [] });
    }),
  );
});

test('never fails on any text, and finds the same however it is cut', () => {
  fc.assert(
    fc.property(cell, fc.array(fc.nat(9)), (text, lengths) => {
      expect(scan(cut(text, lengths), { longest: 3 })).toEqual(scan([text], { longest: 3 }));
    }),
  );
});
