import type { Kysely } from 'kysely';
import { BUNDLE_FILES, type FileFormat } from '../../../contract/bundle/format.ts';
import { ALL_COMPANIES } from '../../../domain/access/grants.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { inSnapshot } from '../../portfolio/snapshot.ts';
import { CONTENTS } from '../content-names.ts';
import { identityColumns, named, query, tableOf, workspaceColumn } from '../sql.ts';
import { hasBuiltIn, ownerColumn } from '../write/references.ts';
import { cellExpression, cellText } from './cell-text.ts';
import { csvRow } from './csv-row.ts';

/** Takes one file of the bundle; resolves when it is taken to the end. */
export type BundleSink = (name: string, pieces: AsyncIterable<string | Buffer>) => Promise<void>;

/** So many rows are in memory at a time. */
const ROWS = 2000;

/**
 * Hands over a workspace's bundle, file after file, in its canonical form (docs/portfolio-format.md), all from one state
 * of the database. Files without rows are left out, but for companies.csv, which every bundle has. The bytes that files.csv
 * names come last; without a store they are left out.
 */
export function exportBundle(
  database: Database,
  workspace: string,
  store: FileStore | null,
  sink: BundleSink,
): Promise<void> {
  return inSnapshot(database, { workspace, companies: 'all' }, async (tx) => {
    for (const format of BUNDLE_FILES) {
      const text = csvText(tx, workspace, format);
      const header = await text.next();
      const first = await text.next();
      if (!first.done || format.name === 'companies')
        await sink(`${format.name}.csv`, startingWith([header.value ?? '', first.value ?? ''], text));
      else await text.return();
    }
    if (store) await exportContents(tx, workspace, store, sink);
  });
}

async function exportContents(
  tx: Kysely<Tables>,
  workspace: string,
  store: FileStore,
  sink: BundleSink,
): Promise<void> {
  const sql = `select sha256, stored_as as "storedAs" from file_contents c where workspace_id = $1
    and exists (select from files f where f.workspace_id = c.workspace_id and f.sha256 = c.sha256)
    order by sha256 collate "C"`;
  for (const { sha256, storedAs } of await query<{ sha256: string; storedAs: string }>(tx, sql, [workspace]))
    await sink(`${CONTENTS}/${sha256}`, await store.open(storedAs));
}

/** One file of a workspace's bundle in its canonical form; without rows it is a header. */
export function exportFile(database: Database, workspace: string, format: FileFormat): Promise<string> {
  return inSnapshot(database, { workspace, companies: 'all' }, async (tx) => {
    let text = '';
    for await (const piece of csvText(tx, workspace, format)) text += piece;
    return text;
  });
}

async function* startingWith(
  start: readonly string[],
  rest: AsyncGenerator<string, void>,
): AsyncGenerator<string> {
  yield* start;
  yield* rest;
}

/** Every row of one file of a workspace's bundle, a cell for each of its columns, in the canonical writing. */
export function fileRows(database: Database, workspace: string, format: FileFormat): Promise<string[][]> {
  return inSnapshot(database, { workspace, companies: 'all' }, async (tx) => {
    const all: string[][] = [];
    for await (const rows of cellsOf(tx, workspace, format)) all.push(...rows);
    return all;
  });
}

/** The header, then rows in pieces. */
async function* csvText(
  tx: Kysely<Tables>,
  workspace: string,
  format: FileFormat,
): AsyncGenerator<string, void> {
  yield csvRow(format.columns.map(({ name }) => name));
  for await (const rows of cellsOf(tx, workspace, format)) yield rows.map(csvRow).join('');
}

async function* cellsOf(
  tx: Kysely<Tables>,
  workspace: string,
  format: FileFormat,
): AsyncGenerator<string[][], void> {
  await query(tx, `declare bundle no scroll cursor for ${rowsOf(format)}`, [workspace]);
  for (;;) {
    const rows = await query<Record<string, string | string[] | null>>(tx, `fetch ${ROWS} from bundle`);
    if (rows.length === 0) break;
    yield rows.map((row) => format.columns.map(({ type }, i) => cellText(type, row[`c${i}`] ?? null)));
  }
  await query(tx, 'close bundle');
}

function rowsOf(format: FileFormat): string {
  const cells = format.columns.map((column, i) => `${cellExpression(format, column)} as c${i}`);
  const order = identityColumns(format).map((column) => `(t.${named(column)}::text) collate "C"`);
  const users = format.columns.flatMap(({ type }) =>
    hasBuiltIn(format) && type.kind === 'references' && type.to === 'users' ? [type.through] : [],
  );
  const used = users.map(
    (through) =>
      `exists (select from ${through} j where j.workspace_id = t.workspace_id and j.${ownerColumn(format)} = t.key)`,
  );
  return `select ${cells.join(', ')} from ${tableOf(format)} t where t.${workspaceColumn(format)} = $1
    ${used.length > 0 ? `and (t.key <> '${ALL_COMPANIES}' or ${used.join(' or ')})` : ''}
    ${order.length > 0 ? `order by ${order.join(', ')}` : ''}`;
}
