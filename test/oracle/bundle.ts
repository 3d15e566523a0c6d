/** A bundle as plain rows of text, file by file: what the generator makes, the importer reads and the oracle computes from. */
export type Row = Readonly<Record<string, string>>;
export type Bundle = Readonly<Record<string, readonly Row[]>>;

export const list = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);

/** Writes a bundle's files as CSV text; the first row's keys are the header. */
export function csvFiles(bundle: Bundle): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, rows] of Object.entries(bundle)) {
    if (!rows.length) continue;
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
    files.set(`${name}.csv`, lines.map((line) => `${line.map(quote).join(',')}\r\n`).join(''));
  }
  return files;
}
