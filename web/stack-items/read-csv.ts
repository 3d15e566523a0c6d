import type { ImportError } from '../bundle/import-state.ts';

/** The text of a file that was saved as UTF-8, or where it is not. */
export type ReadCsv = { readonly text: string } | { readonly error: ImportError };

/**
 * Reads a CSV file as UTF-8, without its byte order mark. Other encodings are refused rather than guessed, as the server
 * would only get what the browser made of them.
 */
export function readCsv(file: string, bytes: Uint8Array): ReadCsv {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { error: { file, ...placeOfDamage(bytes), message: NOT_UTF8 } };
  }
}

const NOT_UTF8 =
  'a character is not UTF-8; expected the file to be saved as UTF-8 (in Excel: “CSV UTF-8 (Comma delimited)”)';

/** The line, and the cell in it, of the first byte that is no UTF-8. */
function placeOfDamage(bytes: Uint8Array): { line: number; column: number } {
  const text = new TextDecoder().decode(bytes);
  const before = text.slice(0, text.indexOf('\uFFFD')).split('\n');
  const cells = before
    .at(-1)!
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(',');
  return { line: before.length, column: cells.length };
}
