import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { asOwner } from '../platform/database/transaction.ts';
import {
  BACKUP_VERSION,
  type BackupFooter,
  type BackupHeader,
  type BackupRow,
  type BackupTable,
  backupSum,
} from './format.ts';
import { gunzippedLines } from './read-lines.ts';
import { appliedMigrations, type StoredTable, storedTables } from './tables.ts';

/** So many rows are written with one statement. */
const ROWS = 1000;

/**
 * Fills a migrated, empty database from a backup (see format.ts), all in one transaction, and resolves to the backup's
 * footer. Throws, with nothing written, when the file is not a backup, is cut short or damaged, was made with other
 * migrations, or the database holds anything.
 */
export async function restore(database: Database, file: string): Promise<BackupFooter> {
  try {
    const footer = await asOwner(database, (tx) => restoreInto(tx, file));
    await database.pool.query('analyze');
    return footer;
  } catch (error) {
    throw new Error(`${file} cannot be restored: ${reason(error)}.`, { cause: error });
  }
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'Z_BUF_ERROR') return 'it is cut short';
  if (code?.startsWith('Z_')) return 'it is not a backup of Quarterdeck, or it is damaged';
  return message;
}

async function restoreInto(tx: Kysely<Tables>, file: string): Promise<BackupFooter> {
  const tables = await storedTables(tx);
  const lines = gunzippedLines(file);
  const header = await lines.next();
  await checkHeader(tx, header.value);
  await requireEmpty(tx, tables);
  // what the triggers would do is in the backup already
  for (const { name } of tables) await sql`alter table ${sql.table(name)} disable trigger user`.execute(tx);
  const footer = await writeRows(tx, tables, `${header.value}\n`, lines);
  for (const table of tables) await continueNumbers(tx, table);
  for (const { name } of tables) await sql`alter table ${sql.table(name)} enable trigger user`.execute(tx);
  return footer;
}

async function checkHeader(tx: Kysely<Tables>, line: string | undefined): Promise<void> {
  const header = parsed<Partial<BackupHeader>>(line);
  if (header?.quarterdeckBackup === undefined) throw new Error('it is not a backup of Quarterdeck');
  const applied = await appliedMigrations(tx);
  const made = header.migrations ?? [];
  if (header.quarterdeckBackup > BACKUP_VERSION || made.some((name) => !applied.includes(name)))
    throw new Error('it was made by a newer version; update Quarterdeck and try again');
  if (made.length < applied.length)
    throw new Error(
      `it was made before the migration ${applied.find((name) => !made.includes(name))}; restore it with the version that made it, and update then`,
    );
}

async function requireEmpty(tx: Kysely<Tables>, tables: readonly StoredTable[]): Promise<void> {
  for (const { name } of tables) {
    await sql`lock table ${sql.table(name)} in share row exclusive mode`.execute(tx);
    const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(tx);
    if (rows.length > 0) throw new Error(`the database is not empty: there are rows in the table ${name}`);
  }
}

/** Writes every row up to the footer, which must be right about all that came before it, and the end. */
async function writeRows(
  tx: Kysely<Tables>,
  tables: readonly StoredTable[],
  header: string,
  lines: AsyncIterable<string>,
): Promise<BackupFooter> {
  const sum = backupSum();
  sum.add(header, 0);
  let footer: BackupFooter | undefined;
  let insert: ((rows: readonly BackupRow[]) => Promise<void>) | undefined;
  let rows: BackupRow[] = [];
  const flush = async () => {
    if (rows.length > 0) await insert?.(rows);
    rows = [];
  };
  for await (const line of lines) {
    if (footer) throw new Error('something follows its end');
    const value = parsed<BackupRow | BackupTable | BackupFooter>(line);
    if (value && 'sha256' in value) {
      footer = value;
      continue;
    }
    if (isRow(value)) {
      rows.push(value);
      if (rows.length === ROWS) await flush();
    } else {
      await flush();
      insert = insertInto(tx, tables, value);
    }
    sum.add(`${line}\n`, isRow(value) ? 1 : 0);
  }
  await flush();
  const { rows: count, sha256 } = sum.footer();
  if (!footer) throw new Error('it is cut short');
  if (footer.sha256 !== sha256 || footer.rows !== count)
    throw new Error('it is damaged: its checksum is wrong');
  return footer;
}

function parsed<T>(line: string | undefined): T | undefined {
  try {
    return JSON.parse(line ?? '') as T;
  } catch {
    return undefined;
  }
}

function isRow(value: BackupRow | BackupTable | BackupFooter | undefined): value is BackupRow {
  return Array.isArray(value);
}

/** One array of texts for each column, cast to the column's type by the database. */
function insertInto(
  tx: Kysely<Tables>,
  tables: readonly StoredTable[],
  section: BackupTable | BackupFooter | undefined,
): (rows: readonly BackupRow[]) => Promise<void> {
  const table = tables.find(({ name }) => section && 'table' in section && name === section.table);
  if (!section || !('table' in section) || !table)
    throw new Error('it is damaged: a line is neither table nor row');
  const columns = section.columns.map((name) => {
    const column = table.columns.find((candidate) => candidate.name === name);
    if (!column) throw new Error(`it is damaged: there is no column ${name} in the table ${table.name}`);
    return column;
  });
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const text = `insert into ${quoted(table.name)} (${columns.map(({ name }) => quoted(name)).join(', ')})
    ${columns.some(({ identity }) => identity) ? 'overriding system value' : ''}
    select ${columns.map(({ type }, i) => `v${i}::${type}`).join(', ')}
    from unnest(${columns.map((_, i) => `$${i + 1}::text[]`).join(', ')}) as given (${columns.map((_, i) => `v${i}`).join(', ')})`;
  return async (rows) => {
    await tx.executeQuery(
      CompiledQuery.raw(
        text,
        columns.map((_, i) => rows.map((row) => row[i] ?? null)),
      ),
    );
  };
}

/** Numbers that the database gives go on after the highest one restored. */
async function continueNumbers(tx: Kysely<Tables>, { name, columns }: StoredTable): Promise<void> {
  for (const column of columns.filter(({ identity }) => identity)) {
    await sql`select setval(pg_get_serial_sequence(${name}, ${column.name}), max(${sql.ref(column.name)}))
      from ${sql.table(name)}`.execute(tx);
  }
}
