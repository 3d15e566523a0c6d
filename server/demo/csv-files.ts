import { csvRow } from '../bundle/export/csv-row.ts';
import type { PortfolioRows } from './rows.ts';

/** The bundle's files as text, by name; a column that any row of a file has is a column of the file. */
export function csvFiles(rows: PortfolioRows): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, of] of Object.entries(rows)) {
    if (of.length === 0) continue;
    const columns = [...new Set(of.flatMap((row) => Object.keys(row)))];
    const lines = [columns, ...of.map((row) => columns.map((column) => row[column] ?? ''))];
    files.set(`${name}.csv`, lines.map(csvRow).join(''));
  }
  return files;
}
