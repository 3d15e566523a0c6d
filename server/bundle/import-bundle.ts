import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { BUNDLE_FILES } from '../../contract/bundle/format.ts';
import { audit } from '../access/audit.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { asOwner, inWorkspace } from '../platform/database/transaction.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { checkBundle, type OnRows } from './check/check-bundle.ts';
import type { Ask } from './check/file-in-check.ts';
import { type BundleContents, bundleContents, insertContents } from './contents.ts';
import { type BundleError, type ErrorLog, errorLog } from './errors.ts';
import type { BundleSource } from './source.ts';
import { importTransaction } from './write/import-transaction.ts';
import { type FileCounts, writeBundle } from './write/write-bundle.ts';

export interface ImportOptions {
  /** The workspace to import into; without it the only one there is, or in an empty database a new one. */
  readonly workspace?: string;
  /** Who imports, for the record: a user's id; null is the command line. */
  readonly actor?: string | null;
  /** What is brought in is a part of a portfolio: there need not be any company yet. It goes by this name in the record. */
  readonly part?: string;
  /** What it comes from, for the record. */
  readonly subject?: string;
  /** Refuse it if the portfolio has changed since it had this revision. */
  readonly atRevision?: number;
  /** Runs the writing within more that belongs into its transaction. */
  readonly alongside?: (tx: Kysely<Tables>, write: () => Promise<readonly FileCounts[]>) => Promise<unknown>;
  /** Where the bytes of files are kept; without it a bundle that has files cannot be read. */
  readonly files?: FileStore;
  /** Do everything, and then undo it. */
  readonly dryRun?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Aborting it undoes everything; the import then rejects with its reason. */
  readonly signal?: AbortSignal;
}

export interface ImportProgress {
  readonly phase: 'checking' | 'writing';
  readonly file: string;
  /** Rows of all files so far in this phase. */
  readonly rows: number;
  /** Rows of the bundle; null while they are still being counted. */
  readonly total: number | null;
}

export type ImportResult =
  | { readonly ok: true; readonly files: readonly FileCounts[] }
  | {
      readonly ok: false;
      /** The first 1,000, by file, line and column. */
      readonly errors: readonly BundleError[];
      /** How many there are besides. */
      readonly more: number;
    };

/**
 * Reads a bundle into a workspace (docs/portfolio-format.md): all of it in one transaction, or nothing and every error. The
 * bundle is read twice, so that memory does not grow with it: first it is checked, while others go on working, then
 * written. Should the workspace have changed in between, it is checked once more before anything is written.
 */
export async function importBundle(
  database: Database,
  source: BundleSource,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const contents = bundleContents(source, options.files ?? null);
  return importWith(contents, database, source, options).finally(contents.close);
}

async function importWith(
  contents: BundleContents,
  database: Database,
  source: BundleSource,
  options: ImportOptions,
): Promise<ImportResult> {
  const { dryRun = false, signal = new AbortController().signal } = options;
  const existing = options.workspace ?? (await onlyWorkspace(database));
  const workspace = existing ?? randomUUID();
  const ask: Ask = (question) =>
    inWorkspace(database, { workspace, companies: 'all' }, (tx) => question(tx, workspace));

  const before = await ask(revisionOf);
  const checked = await check(source, contents, ask, options);
  if (checked.log.count > 0) return refused(checked.log);
  const kept = await contents.keep(workspace, dryRun);
  let used: ReadonlySet<string> = new Set();

  const undo = new Error('undone');
  let result: ImportResult | undefined;
  const write = async (tx: Kysely<Tables>) => {
    const now = await lockWorkspace(tx, workspace);
    if (options.atRevision !== undefined && now !== options.atRevision)
      throw new Refusal('conflict', 'The portfolio has changed in the meantime. Check it once more.');
    if (now !== before) {
      const { log } = await check(source, contents, (question) => question(tx, workspace), options);
      result = refused(log);
      if (log.count > 0) throw undo;
    }
    const progress = progressOf('writing', options, checked.rows);
    const withContents = async () => {
      used = await insertContents(tx, workspace, kept);
    };
    let files: readonly FileCounts[] = [];
    const writeFiles = async () => {
      files = await writeBundle(tx, workspace, source, { progress, signal, withContents });
      return files;
    };
    await (options.alongside ? options.alongside(tx, writeFiles) : writeFiles());
    signal.throwIfAborted();
    result = { ok: true, files };
    if (dryRun) throw undo;
    await audit(tx, {
      workspace,
      actor: options.actor ?? null,
      action: `import ${options.part ?? 'bundle'}`,
      ...(options.subject === undefined ? {} : { subject: options.subject }),
      after: files,
    });
  };
  try {
    await importTransaction(database, { workspace, isNew: existing === undefined }, checked.rows, write);
  } catch (error) {
    used = new Set();
    if (error !== undo) throw error;
  } finally {
    if (!dryRun) await contents.remove(kept.filter(({ storedAs }) => !used.has(storedAs)));
  }
  return result!;
}

interface Checked {
  readonly log: ErrorLog;
  readonly rows: number;
}

async function check(
  source: BundleSource,
  contents: BundleContents,
  ask: Ask,
  options: ImportOptions,
): Promise<Checked> {
  const log = errorLog();
  const signal = options.signal ?? new AbortController().signal;
  const needsCompanies = options.part === undefined;
  const progress = progressOf('checking', options, null);
  const rows = await checkBundle(source, ask, log, { progress, needsCompanies, signal, contents });
  return { log, rows };
}

function refused({ errors, count }: ErrorLog): ImportResult {
  const place = ({ file }: BundleError) => BUNDLE_FILES.findIndex(({ name }) => file === `${name}.csv`);
  const sorted = [...errors].sort((a, b) => place(a) - place(b) || a.line - b.line || a.column - b.column);
  return { ok: false, errors: sorted, more: count - errors.length };
}

/** Counts the rows of all files of a phase together. */
function progressOf(
  phase: ImportProgress['phase'],
  { onProgress }: ImportOptions,
  total: number | null,
): OnRows {
  const rowsOf = new Map<string, number>();
  return (file, rows) => {
    rowsOf.set(file, rows);
    onProgress?.({ phase, file, rows: [...rowsOf.values()].reduce((sum, of) => sum + of, 0), total });
  };
}

/** The workspace of this database; undefined where there is none yet. */
export async function onlyWorkspace(database: Database): Promise<string | undefined> {
  const { rows } = await asOwner(database, (tx) =>
    sql<{ id: string }>`select id from workspaces order by id limit 2`.execute(tx),
  );
  if (rows.length > 1) throw new Error('The database holds several workspaces; say which one is meant.');
  return rows[0]?.id;
}

/** Every change of the portfolio raises the revision (see the migration). Null: there is no such workspace. */
async function revisionOf(tx: Kysely<Tables>, workspace: string): Promise<number | null> {
  const { rows } = await sql<{
    revision: number;
  }>`select revision from workspaces where id = ${workspace}`.execute(tx);
  return rows[0]?.revision ?? null;
}

/** From here to the end of the transaction nobody else changes the portfolio. Resolves to the revision. */
async function lockWorkspace(tx: Kysely<Tables>, workspace: string): Promise<number | null> {
  const { rows } = await sql<{ revision: number }>`
    select revision from workspaces where id = ${workspace} for no key update`.execute(tx);
  return rows[0]?.revision ?? null;
}
