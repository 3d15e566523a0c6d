import type { Column, FileFormat } from '../../contract/bundle/format.ts';
import { longestCell } from './cells/read-cell.ts';
import type { CsvLimits, CsvRow } from './csv-scanner.ts';
import { type Report, shown } from './errors.ts';

/** A column that a file has. */
export interface PresentColumn extends Column {
  /** The number of its cells in their rows, from 1. */
  readonly place: number;
}

/**
 * The columns that a file has, in the order of the format, whatever theirs; reports unknown, repeated and missing ones.
 * None where the header cannot be meant for this format at all.
 */
export function presentColumns(format: FileFormat, header: CsvRow, report: Report): readonly PresentColumn[] {
  const names = format.columns.map(({ name }) => name);
  const separator = otherSeparator(header, names);
  if (separator) {
    report(header.line, 1, `the columns are separated by ${separator}; expected commas`);
    return [];
  }
  if (header.count > header.cells.length) {
    report(
      header.line,
      header.cells.length + 1,
      `the header has ${header.count} columns; expected ${names.length}`,
    );
    return [];
  }
  header.cells.forEach((name, i) => {
    if (!names.includes(name))
      report(header.line, i + 1, `unknown column ${shown(name)}; expected ${names.join(', ')}`);
    else if (header.cells.indexOf(name) < i)
      report(header.line, i + 1, `the column ${name} stands more than once; expected it once`);
  });
  const present = format.columns.map((column) => ({
    ...column,
    place: header.cells.indexOf(column.name) + 1,
  }));
  for (const { name, required, place } of present)
    if (required && place === 0)
      report(header.line, 1, `the column ${name} is missing; expected it in the header`);
  return present.filter(({ place }) => place > 0);
}

const SEPARATORS = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

function otherSeparator(header: CsvRow, names: readonly string[]): string | undefined {
  if (header.count > 1) return undefined;
  const used = Object.entries(SEPARATORS).find(
    ([separator]) => header.cells[0]!.split(separator).filter((name) => names.includes(name)).length > 1,
  );
  return used?.[1];
}

/** For cells of columns that the format does not have; that was reported. */
const LONGEST_UNKNOWN = 200_000;

/** How much of the rows after a header is worth holding in memory. */
export function cellLimits(columns: readonly PresentColumn[], width: number): CsvLimits {
  const longest = new Array<number>(width).fill(LONGEST_UNKNOWN);
  for (const { place, type } of columns) longest[place - 1] = longestCell(type);
  return { cellsKept: width, longest: (cell) => longest[cell] ?? LONGEST_UNKNOWN };
}
