/** A column of a CSV file: its title, and what a row has in it. */
export type CsvColumn<Row> = readonly [title: string, value: (row: Row) => string | number | boolean | null];

/** So many rows are written at a time. */
const chunk = 1000;

/**
 * A CSV file for spreadsheets, in pieces: UTF-8 with byte order mark, CRLF. Text that a spreadsheet would take for a
 * formula gets an apostrophe before it, so that opening the file runs nothing.
 */
export function* csvFile<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): Generator<string> {
  yield `\uFEFF${columns.map(([title]) => title).join(',')}\r\n`;
  for (let from = 0; from < rows.length; from += chunk) {
    const lines = rows.slice(from, from + chunk).map((row) => columns.map(([, value]) => cell(value(row))));
    yield `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
  }
}

function cell(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Whole cents as currency units with two places; null stays nothing. Fractions of a cent are rounded. */
export function csvMoney(cents: number | null): number | null {
  return cents === null ? null : Number((cents / 100).toFixed(2));
}
