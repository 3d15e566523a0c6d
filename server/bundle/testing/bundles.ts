import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Database } from '../../platform/database/database.ts';
import { dataFolderStore } from '../../platform/files/data-folder.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { errorLine } from '../errors.ts';
import { exportBundle } from '../export/export-bundle.ts';
import { type ImportOptions, type ImportResult, importBundle, onlyWorkspace } from '../import-bundle.ts';
import { bundleOfTexts } from '../source.ts';

/** The bytes that bundles of tests have, by SHA-256. */
export const CONTENT: ReadonlyMap<string, Buffer> = new Map(
  ['%PDF-1.7\n%%EOF\n', 'a,b\r\n'].map((text) => [
    createHash('sha256').update(text).digest('hex'),
    Buffer.from(text),
  ]),
);

let store: FileStore | undefined;

/** A place for the files of this process's tests, which is gone with it. */
export function testStore(): FileStore {
  if (store) return store;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'quarterdeck-bundles-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  store = dataFolderStore(folder);
  return store;
}

/** A bundle as a test writes it: the text of each file, named without its extension. */
export type Texts = Readonly<Record<string, string>>;

export function importTexts(
  database: Database,
  texts: Texts,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const files = Object.entries(texts).map(([name, text]) => [`${name}.csv`, text] as const);
  return importBundle(database, bundleOfTexts(new Map(files), CONTENT), { files: testStore(), ...options });
}

/** The errors as the command line prints them; none where the import went well. */
export function errorsOf(result: ImportResult): string[] {
  return result.ok ? [] : result.errors.map(errorLine);
}

/** `companies 2 created`, for files of which anything became something. */
export function countsOf(result: ImportResult): string[] {
  if (!result.ok) throw new Error(errorsOf(result).join('\n'));
  return result.files.map(
    ({ file, created, updated, unchanged }) => `${file} +${created} ~${updated} =${unchanged}`,
  );
}

/** The files of the only workspace's export. */
export async function exportTexts(database: Database): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  await exportBundle(database, (await onlyWorkspace(database))!, null, async (name, text) => {
    let whole = '';
    for await (const part of text) whole += part;
    texts[name.replace('.csv', '')] = whole;
  });
  return texts;
}

/** The database, with everything taken out of it again. */
export async function emptied(database: Database): Promise<Database> {
  await database.pool.query('truncate workspaces cascade');
  return database;
}
