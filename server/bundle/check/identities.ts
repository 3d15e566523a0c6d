import { shown } from '../errors.ts';
import { cellAccess, type FileInCheck, identityOf, type RowRule } from './file-in-check.ts';

/** What tells rows apart stands once. `lines` collects it, with the line of each. */
export function identityRule(file: FileInCheck, lines: Map<string, number>): RowRule {
  const names = file.format.identity;
  const cells = names.map((name) => cellAccess(file.columns, name));
  return {
    row(row) {
      const values: string[] = [];
      for (const cell of cells) {
        const value = cell.of(row);
        if (typeof value !== 'string') return;
        values.push(value);
      }
      const identity = identityOf(values);
      const first = lines.get(identity);
      if (first === undefined) lines.set(identity, row.line);
      else {
        const what = names.map((name, i) => `${name} ${shown(values[i]!)}`).join(' with ');
        file.report(row.line, cells[0]!.place, `${what} stands in line ${first} already; expected it once`);
      }
    },
  };
}

/** A file about the workspace itself has one row. */
export function singleRowRule(file: FileInCheck): RowRule {
  let rows = 0;
  return {
    row({ line }) {
      rows += 1;
      if (rows === 2) file.report(line, 1, `${file.format.name}.csv has a second row; expected one`);
    },
  };
}
