import type { ImportProblem, ImportRow } from '../../domain/assessments/read-import.ts';
import { csvScanner } from '../bundle/csv-scanner.ts';

/** The rows of a CSV file, the header apart, and what is wrong with its quotes and lines. */
export function readCsv(text: string): {
  readonly header: ImportRow;
  readonly rows: readonly ImportRow[];
  readonly problems: readonly ImportProblem[];
} {
  const problems: ImportProblem[] = [];
  let header: ImportRow = { line: 1, cells: [] };
  const scanner = csvScanner(
    (line, column, message) => void problems.push({ line, column, message }),
    (row) => {
      header = row;
      return { cellsKept: row.cells.length, longest: () => 100_000 };
    },
  );
  const rows = [...scanner.push(text.replace(/^\uFEFF/, '')), ...scanner.end()];
  return { header, rows, problems };
}
