import { parse } from 'csv-parse/browser/esm/sync';

/** A cell as the file has it: what a spreadsheet counts is exact, whatever its language. */
export type Cell = string | number | boolean | Date | null;

/** A sheet of a file: the row of headings, and the rows below it, each as long. */
export interface ReadSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const LARGEST_FILE = 20 * 1024 * 1024;

/**
 * Reads an .xlsx file or CSV text (its separator a comma, a semicolon or a tab) in the browser: a sheet that says
 * something each. Throws with words for people where the file cannot be read or has nothing below its headings.
 */
export async function readFile(file: File): Promise<readonly ReadSheet[]> {
  if (file.size > LARGEST_FILE) throw new Error(`${file.name} is larger than 20 MB.`);
  const sheets = /\.xlsx$/i.test(file.name) ? await workbook(file) : [await csv(file)];
  const read = sheets.map(withHeadings).filter((sheet) => sheet.rows.length > 0);
  if (read.length === 0)
    throw new Error(
      `${file.name} has no rows below a row of headings. Headings come first, then a row each.`,
    );
  return read;
}

interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

async function workbook(file: File): Promise<readonly RawSheet[]> {
  const { default: readExcelFile } = await import('read-excel-file/universal');
  try {
    const sheets = await readExcelFile(file);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as RawSheet['rows'] }));
  } catch {
    throw new Error(`${file.name} is no readable .xlsx file. Save it anew as .xlsx or as CSV.`);
  }
}

async function csv(file: File): Promise<RawSheet> {
  if (!/\.(csv|tsv|txt)$/i.test(file.name))
    throw new Error(`${file.name} is no .xlsx or .csv file. Save it as one of these.`);
  const text = decoded(await file.arrayBuffer());
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return { name: file.name, rows };
  } catch (error) {
    throw new Error(`${file.name} is no readable CSV: ${error instanceof Error ? error.message : error}`);
  }
}

/** UTF-8, else what spreadsheets on Windows write. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Whichever of them stands most often in the first line. */
function separatorOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: string) => line.split(separator).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0]!;
}

/** The first row that says something is the headings; columns and rows at the end that say nothing are left out. */
function withHeadings({ name, rows }: RawSheet): ReadSheet {
  const top = rows.findIndex((row) => row.some((cell) => !isEmpty(cell)));
  const below = rows.slice(top + 1);
  const used = [rows[top] ?? [], ...below];
  const width = Math.max(0, ...used.map((row) => row.findLastIndex((cell) => !isEmpty(cell)) + 1));
  const last = below.findLastIndex((row) => row.some((cell) => !isEmpty(cell)));
  const filled = (row: readonly Cell[]) => Array.from({ length: width }, (_, i) => row[i] ?? null);
  return {
    name,
    headings: filled(rows[top] ?? []).map((cell) => (isEmpty(cell) ? '' : String(cell).trim())),
    rows: below.slice(0, last + 1).map(filled),
  };
}

const isEmpty = (cell: Cell | undefined) => cell === null || cell === undefined || String(cell).trim() === '';
