import { setTimeout as delay } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SingleConnectionProvider,
  Transaction,
} from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export type Tx = Transaction<Tables>;

/** Whose rows a transaction may touch: one workspace, and there every company or only those with these keys. */
export type TransactionScope = { workspace: string; companies: 'all' | readonly string[] };

/**
 * Runs `work` in a transaction in which row-level security shows the scope's rows and no others, commits, and resolves to
 * what `work` returned; rolls back and rejects when it throws. Use nothing but `tx` inside. `work` runs again when the
 * database asks for it (deadlock, serialisation failure), so it must not change anything but the database.
 * Costs two round trips besides `work`'s own.
 */
export function inWorkspace<Result>(
  database: Database,
  scope: TransactionScope,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return transaction(database, settingsOf(scope), work);
}

/** What a transaction sets, for itself alone, so that row-level security shows it the scope's rows and no others. */
export function settingsOf({ workspace, companies }: TransactionScope) {
  return {
    role: companies === 'all' ? 'quarterdeck_workspace' : 'quarterdeck_scoped',
    'quarterdeck.workspace': workspace,
    'quarterdeck.companies': companies === 'all' ? '' : arrayLiteral(companies),
  };
}

/** As inWorkspace, but as the owner of the tables, who sees every row: for signing in and for what spans workspaces. */
export function asOwner<Result>(database: Database, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return transaction(database, {}, work);
}

/** Milliseconds. The embedded engine has its own (embedded-host.ts), as its clock stands still while it works. */
const serverLimits = { statement_timeout: '120000', idle_in_transaction_session_timeout: '60000' };
const attempts = 5;

async function transaction<Result>(
  database: Database,
  settings: Record<string, string>,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const opening = openingStatement(
    database.engine === 'server' ? { ...serverLimits, ...settings } : settings,
  );
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptTransaction(database.pool, opening, work);
    } catch (error) {
      if (attempt === attempts || !mayRunAgain(error)) throw error instanceof NotBegun ? error.cause : error;
      await delay(attempt * (10 + Math.random() * 40));
    }
  }
}

async function attemptTransaction<Result>(pool: pg.Pool, opening: string, work: (tx: Tx) => Promise<Result>) {
  const client = await begin(pool, opening);
  let ended = false;
  const connection: DatabaseConnection = {
    async executeQuery(query) {
      if (ended) throw new Error('this transaction has ended: a query in it was not awaited');
      return run(client, query);
    },
    streamQuery() {
      throw new Error('streaming is not supported');
    },
  };
  const provider = new SingleConnectionProvider(connection);
  const end = (sql: string) =>
    provider.provideConnection(() => {
      ended = true;
      return client.query(sql);
    });
  try {
    const result = await work(kyselyOn(provider));
    const { command } = await end('commit');
    if (command !== 'COMMIT')
      throw new Error('the transaction was rolled back: an error of a query in it was ignored');
    client.release();
    return result;
  } catch (error) {
    const broken = await (ended
      ? Promise.resolve(undefined)
      : end('rollback').then(() => undefined, asError));
    client.release(broken);
    throw error;
  }
}

/** A connection in a new transaction with its settings made. Rejects with NotBegun where nothing has happened yet. */
async function begin(pool: pg.Pool, opening: string): Promise<pg.PoolClient> {
  let client: pg.PoolClient | undefined;
  try {
    client = await pool.connect();
    await client.query(opening);
    return client;
  } catch (error) {
    client?.release(true);
    throw new NotBegun(error);
  }
}

class NotBegun extends Error {
  constructor(cause: unknown) {
    super('the transaction could not begin', { cause });
  }
}

/** Serialisation failure and deadlock; and, before anything happened, a connection that is or was just lost. */
function mayRunAgain(error: unknown): boolean {
  if (!(error instanceof NotBegun)) return ['40001', '40P01'].includes(code(error));
  const cause = code(error.cause);
  return (
    /^(57P0|08|E[A-Z]+$)/.test(cause) ||
    (cause === '' && /^Connection terminated/.test(String((error.cause as Error)?.message)))
  );
}

function code(error: unknown): string {
  return String((error as { code?: unknown } | undefined)?.code ?? '');
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** One message, so one round trip: everything is local to the transaction and gone with it. */
function openingStatement(settings: Record<string, string>): string {
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  return calls.length > 0 ? `begin; select ${calls.join(', ')}` : 'begin';
}

function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();
const driver = new DummyDriver();
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (database) => new PostgresIntrospector(database),
  createQueryCompiler: () => compiler,
};

function kyselyOn(provider: SingleConnectionProvider): Tx {
  const executor = new DefaultQueryExecutor(compiler, adapter, provider);
  return new Transaction<Tables>({ config: { dialect }, dialect, driver, executor });
}

async function run(client: pg.PoolClient, query: CompiledQuery) {
  const { command, rowCount, rows } = await client.query(query.sql, [...query.parameters]);
  return writes.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
}
const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);
