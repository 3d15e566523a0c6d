import type { Kysely } from 'kysely';
import type { FileFormat } from '../../../contract/bundle/format.ts';
import type { Tables } from '../../platform/database/tables.ts';
import type { OnRows } from '../check/check-bundle.ts';
import { REFERENCE_ORDER } from '../order.ts';
import { type Row, readTable, type Table } from '../read-table.ts';
import type { BundleFile, BundleSource } from '../source.ts';
import { query, tableOf, workspaceColumn } from '../sql.ts';
import { type FileInWriting, writeRows } from './write-rows.ts';

/** What became of the rows of a file. */
export interface FileCounts {
  readonly file: string;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** Rows go to the database so many at a time, or fewer where they are long. */
const MOST_ROWS = 5000;
const MOST_TEXT = 4_000_000;

interface Writing {
  readonly progress: OnRows;
  readonly signal: AbortSignal;
  /** Puts the bytes on record that files.csv names. */
  readonly withContents: () => Promise<void>;
}

/** Writes a bundle that was checked, file after file in the order of their references. */
export async function writeBundle(
  tx: Kysely<Tables>,
  workspace: string,
  source: BundleSource,
  { progress, signal, withContents }: Writing,
): Promise<FileCounts[]> {
  const counts: FileCounts[] = [];
  const people = source.files.some(({ name }) => name === 'users.csv') ? new Set<string>() : null;
  for (const format of REFERENCE_ORDER) {
    const file = source.files.find(({ name }) => name === `${format.name}.csv`);
    if (file && format.name === 'files') await withContents();
    if (file) counts.push(await writeFile(tx, { workspace, format, people }, file, progress, signal));
    if (format.identity.length === 0) await ensureWorkspace(tx, workspace);
  }
  return counts;
}

/** In an empty database, a bundle that does not name the workspace. */
async function ensureWorkspace(tx: Kysely<Tables>, workspace: string) {
  await query(tx, `insert into workspaces (id, name) values ($1, 'Workspace') on conflict (id) do nothing`, [
    workspace,
  ]);
}

async function writeFile(
  tx: Kysely<Tables>,
  place: Pick<FileInWriting, 'workspace' | 'format' | 'people'>,
  file: BundleFile,
  onRows: OnRows,
  signal: AbortSignal,
): Promise<FileCounts> {
  const { workspace, format } = place;
  const table = await readTable(format, file, (line, _, message) => {
    throw new Error(`${file.name} changed while it was imported (line ${line}: ${message})`);
  });
  const writing: FileInWriting = {
    ...place,
    columns: table.columns,
    fresh: !(await hasRows(tx, workspace, format)),
  };
  const counts = { created: 0, updated: 0 };
  let rows = 0;
  // while the database writes some rows, the next are read
  let underWay: Promise<void> = Promise.resolve();
  for await (const batch of batchesOf(table)) {
    await underWay;
    signal.throwIfAborted();
    onRows(file.name, rows);
    rows += batch.length;
    underWay = writeRows(tx, writing, batch).then((written) => {
      counts.created += written.created;
      counts.updated += written.updated;
    });
    underWay.catch(() => undefined); // awaited in the next round
  }
  await underWay;
  onRows(file.name, rows);
  return { file: file.name, ...counts, unchanged: rows - counts.created - counts.updated };
}

async function* batchesOf(table: Table): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  let length = 0;
  for await (const rows of table.rows()) {
    for (const row of rows) {
      batch.push(row);
      for (const value of row.values) length += value?.length ?? 0;
      if (batch.length < MOST_ROWS && length < MOST_TEXT) continue;
      yield batch;
      batch = [];
      length = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

async function hasRows(tx: Kysely<Tables>, workspace: string, format: FileFormat): Promise<boolean> {
  const sql = `select from ${tableOf(format)} where ${workspaceColumn(format)} = $1 limit 1`;
  return (await query(tx, sql, [workspace])).length > 0;
}
