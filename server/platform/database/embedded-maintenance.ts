import pg from 'pg';

const everyMinute = 60_000;
const checkpointAfter = { milliseconds: 300_000, bytes: 64 * 1024 * 1024 };

/**
 * Does for the embedded engine, from time to time, what a server's background processes do: checkpoints, so that the log
 * of changes does not grow for ever, and vacuum with fresh statistics. Returns how to stop, which waits for the task at hand.
 */
export function keepInOrder(pool: pg.Pool): () => Promise<void> {
  const written: Written = { bytes: 0, at: Date.now() };
  let task = Promise.resolve();
  const timer = setInterval(() => {
    task = task
      .then(() => tidyUp(pool, written))
      .catch((error: Error) => {
        process.emitWarning(
          `The embedded database could not be kept in order: ${error.message}.`,
          'QuarterdeckDatabase',
        );
      });
  }, everyMinute).unref();
  return () => {
    clearInterval(timer);
    return task;
  };
}

/** How much had been written to the log at the last checkpoint, and when that was. */
export type Written = { bytes: number; at: number };

/** One round: vacuums what changed much, then makes a checkpoint when it is due. */
export async function tidyUp(pool: pg.Pool, written: Written) {
  const { rows: tables } = await pool.query<{ schema: string; table: string }>(changedMuch);
  for (const { schema, table } of tables) {
    await pool.query(`vacuum (analyze) ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`);
  }
  const grown = (await loggedBytes(pool)) - written.bytes;
  if (
    grown === 0 ||
    (grown < checkpointAfter.bytes && Date.now() - written.at < checkpointAfter.milliseconds)
  )
    return;
  await pool.query('checkpoint');
  Object.assign(written, { bytes: await loggedBytes(pool), at: Date.now() });
}

async function loggedBytes(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>(
    `select (pg_current_wal_insert_lsn() - '0/0')::bigint as bytes`,
  );
  return rows[0]?.bytes ?? 0;
}

/** The conditions and figures of PostgreSQL's own autovacuum. */
const changedMuch = `
  select schemaname as schema, relname as table from pg_stat_user_tables
  where n_dead_tup > 50 + 0.2 * n_live_tup
    or n_ins_since_vacuum > 1000 + 0.2 * n_live_tup
    or n_mod_since_analyze > 50 + 0.1 * n_live_tup`;
