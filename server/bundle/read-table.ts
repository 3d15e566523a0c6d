import type { FileFormat } from '../../contract/bundle/format.ts';
import { cellReader, type ReadCell } from './cells/read-cell.ts';
import { type CsvRow, type CsvScanner, csvScanner } from './csv-scanner.ts';
import { type Report, shown } from './errors.ts';
import { cellLimits, type PresentColumn, presentColumns } from './header.ts';
import type { BundleFile } from './source.ts';
import { utf8Decoder } from './utf8.ts';

export interface Row {
  readonly line: number;
  /**
   * As the database takes them, in the order of the table's columns; null where the cell is empty, undefined where it
   * was reported as wrong. Columns of kind `references` stay as they are written.
   */
  readonly values: readonly (string | null | undefined)[];
}

/** A file of the bundle while it is read, once, piece by piece. */
export interface Table {
  /** In the order of the format. */
  readonly columns: readonly PresentColumn[];
  /** False once rows may be missing: the file could not be read, or a row not be made sense of. */
  readonly complete: boolean;
  /** To be read to its end. */
  rows(): AsyncGenerator<readonly Row[]>;
}

/** Opens a file and reports everything that is wrong with it by itself: bytes, quotes, header, cells. */
export async function readTable(format: FileFormat, file: BundleFile, report: Report): Promise<Table> {
  let columns: readonly PresentColumn[] | undefined;
  let readers: readonly ReadCell[] = [];
  let width = 0;
  let complete = true;
  const damage: Report = (...error) => {
    complete = false;
    report(...error);
  };
  const scanner = csvScanner(damage, (header) => {
    columns = presentColumns(format, header, damage);
    readers = columns.map((column) => cellReader(column.type));
    width = header.count;
    return cellLimits(columns, width);
  });
  const batches = scan(file, scanner, damage);
  let batch = await batches.next();
  while (!batch.done && !columns) batch = await batches.next();
  if (!columns && complete)
    damage(1, 1, `the file is empty; expected a header: ${format.columns.map(({ name }) => name).join(',')}`);
  const present = columns ?? [];

  function read(rows: readonly CsvRow[]): Row[] {
    const result: Row[] = [];
    for (const row of rows) {
      if (row.sound && row.count !== width)
        damage(
          row.line,
          Math.min(row.count, width) + 1,
          `the row has ${cells(row.count)}; expected ${cells(width)} as in the header`,
        );
      if (row.sound && row.count === width)
        result.push({
          line: row.line,
          values: present.map((column, i) => readValue(column, readers[i]!, row, report)),
        });
    }
    return result;
  }

  return {
    columns: present,
    get complete() {
      return complete;
    },
    async *rows() {
      try {
        for (; !batch.done; batch = await batches.next()) yield present.length > 0 ? read(batch.value) : [];
      } finally {
        await batches.return();
      }
    },
  };
}

/** The rows of a file as its pieces come in; ends early, reported, where the file cannot be read on. */
async function* scan(file: BundleFile, scanner: CsvScanner, damage: Report): AsyncGenerator<CsvRow[], void> {
  const decoder = utf8Decoder();
  const decode = (piece: Buffer, last: boolean) => {
    const { text, bad } = decoder.decode(piece, last);
    const rows = scanner.push(text);
    if (bad !== undefined) damage(scanner.line, scanner.column, notUtf8(bad));
    return { rows, readable: bad === undefined };
  };
  try {
    for await (const piece of file.open()) {
      const { rows, readable } = decode(piece, false);
      yield rows;
      if (!readable) return;
    }
  } catch (error) {
    damage(scanner.line, scanner.column, `cannot be read on: ${(error as Error).message}`);
    return;
  }
  const { rows, readable } = decode(Buffer.alloc(0), true);
  yield rows;
  if (readable) yield scanner.end();
}

function notUtf8(byte: number): string {
  const hint = byte >= 0xfe ? ' (UTF-16, it seems)' : '';
  return `the byte 0x${byte.toString(16).toUpperCase()} is not UTF-8${hint}; expected the file to be saved as UTF-8`;
}

function cells(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}

function readValue(
  column: PresentColumn,
  readCell: ReadCell,
  row: CsvRow,
  report: Report,
): string | null | undefined {
  const cell = row.cells[column.place - 1]!;
  if (cell === '') {
    if (!column.required) return null;
    report(row.line, column.place, `${column.name} is empty; expected a value`);
    return undefined;
  }
  const value = readCell(cell);
  if (typeof value === 'string') return value;
  report(row.line, column.place, `${column.name} is ${shown(cell)}; expected ${value.expected}`);
  return undefined;
}
