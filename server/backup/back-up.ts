import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import {
  BACKUP_VERSION,
  type BackupFooter,
  type BackupHeader,
  type BackupSum,
  type BackupTable,
  backupSum,
} from './format.ts';
import { appliedMigrations, type StoredTable, storedTables } from './tables.ts';

/** So many rows are in memory at a time. */
const ROWS = 2000;

/**
 * Writes everything that the database holds, as it is at one moment, into a file (see format.ts) and resolves to its
 * footer; others go on working. A file that is there already stays as it was until the new one is complete. Only its
 * owner may read it, as it holds what people sign in with, if only as hashes.
 */
export async function backUp(database: Database, file: string): Promise<BackupFooter> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  const sum = backupSum();
  try {
    await inWholeSnapshot(database, (tx) =>
      pipeline(
        summed(backupText(tx), sum),
        createGzip({ level: 4 }),
        createWriteStream(draft, { mode: 0o600, flush: true }),
      ),
    );
    await rename(draft, file);
    return sum.footer();
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Everything in the database in one unchanging state, with values written as text in one way everywhere. */
function inWholeSnapshot<Result>(
  database: Database,
  work: (tx: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  return database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
        set_config('intervalstyle', 'iso_8601', true), set_config('bytea_output', 'hex', true),
        set_config('extra_float_digits', '1', true)`.execute(tx);
      return work(tx);
    });
}

interface Piece {
  readonly text: string;
  readonly rows: number;
}

async function* summed(pieces: AsyncIterable<Piece>, sum: BackupSum): AsyncGenerator<string> {
  for await (const { text, rows } of pieces) {
    sum.add(text, rows);
    yield text;
  }
  yield line(sum.footer());
}

async function* backupText(tx: Kysely<Tables>): AsyncGenerator<Piece> {
  const header: BackupHeader = { quarterdeckBackup: BACKUP_VERSION, migrations: await appliedMigrations(tx) };
  yield { text: line(header), rows: 0 };
  for (const table of await storedTables(tx)) {
    const columns = table.columns.map((column) => column.name);
    yield { text: line({ table: table.name, columns } satisfies BackupTable), rows: 0 };
    yield* rowsOf(tx, table);
  }
}

async function* rowsOf(tx: Kysely<Tables>, { name, columns }: StoredTable): AsyncGenerator<Piece> {
  const values = sql.join(columns.map((column) => sql`${sql.ref(column.name)}::text`));
  await sql`declare backed_up no scroll cursor for
    select json_build_array(${values})::text as line from ${sql.table(name)}`.execute(tx);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(ROWS)} from backed_up`.execute(tx);
    if (rows.length === 0) break;
    yield { text: `${rows.map((row) => row.line).join('\n')}\n`, rows: rows.length };
  }
  await sql`close backed_up`.execute(tx);
}

function line(value: BackupHeader | BackupTable | BackupFooter): string {
  return `${JSON.stringify(value)}\n`;
}
