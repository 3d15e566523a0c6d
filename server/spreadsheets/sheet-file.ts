import { type Column, fileFormat } from '../../contract/bundle/format.ts';
import type { Sheet, SheetProblem } from '../../contract/spreadsheets.ts';
import type { PlannedRow } from '../../domain/spreadsheets/plan-rows.ts';
import { sheetKind } from '../../domain/spreadsheets/sheet-kinds.ts';
import type { BundleError } from '../bundle/errors.ts';
import { csvRow } from '../bundle/export/csv-row.ts';

/** The planned rows as a file of the bundle, and where in the sheet each place of it comes from. */
export interface SheetFile {
  readonly name: string;
  readonly text: string;
  problemAt(error: BundleError): SheetProblem;
}

/** Only columns that the sheet fills, or that a row cannot do without: what stands in others is left alone. */
export function sheetFile(sheet: Sheet, rows: readonly PlannedRow[]): SheetFile {
  const format = fileFormat(sheet.kind)!;
  const stamps = sheetKind(sheet.kind).stamped ? ['setOn', 'setBy'] : [];
  const isWritten = ({ name, required }: Column) =>
    required || sheet.mapping.includes(name) || stamps.includes(name);
  const names = format.columns.filter(isWritten).map(({ name }) => name);
  let text = csvRow(names);
  let line = 2;
  const rowOfLine = new Map<number, number>();
  for (const { row, cells } of rows) {
    rowOfLine.set(line, row);
    const written = csvRow(names.map((name) => cells[name] ?? ''));
    text += written;
    line += written.split('\n').length - 1;
  }
  return {
    name: `${sheet.kind}.csv`,
    text,
    problemAt: ({ line: at, column, message }) => {
      const place = sheet.mapping.indexOf(names[column - 1] ?? '');
      return { row: rowOfLine.get(at) ?? at, column: sheet.headings[place] ?? null, message };
    },
  };
}
