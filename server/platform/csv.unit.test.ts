import { expect, test } from 'vitest';
import { type CsvColumn, csvFile, csvMoney } from './csv.ts';

interface Row {
  readonly name: string | null;
  readonly cents: number | null;
  readonly counts: boolean;
}

const columns: readonly CsvColumn<Row>[] = [
  ['Name', (row) => row.name],
  ['Amount', (row) => csvMoney(row.cents)],
  ['Counts', (row) => row.counts],
];

const file = (...rows: Row[]) => [...csvFile(columns, rows)].join('');

test('a CSV file opens in a spreadsheet: byte order mark, CRLF, quotes where they are needed', () => {
  expect(
    file(
      { name: 'Acme', cents: 123450, counts: true },
      { name: 'Böhm, "Söhne"\nGmbH', cents: -5, counts: false },
      { name: null, cents: null, counts: true },
    ),
  ).toBe('\uFEFFName,Amount,Counts\r\nAcme,1234.5,true\r\n"Böhm, ""Söhne""\nGmbH",-0.05,false\r\n,,true\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j is not run as a formula', (name) => {
  const line = file({ name, cents: 0, counts: true }).split('\r\n').slice(1).join('\r\n');
  expect(line.replace(/^"/, '').startsWith(`'${name}`)).toBe(true);
});

test('many rows come in pieces and all of them', () => {
  const rows = Array.from({ length: 2500 }, (_, i) => ({ name: `n${i}`, cents: i, counts: true }));
  const pieces = [...csvFile(columns, rows)];
  expect(pieces.length).toBe(4);
  expect(pieces.join('').trimEnd().split('\r\n').length).toBe(2501);
});
