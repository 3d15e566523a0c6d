import { sql } from 'kysely';
import { fileFormat } from '../../../contract/bundle/format.ts';
import type { Cells } from '../../../domain/sync/apply/cells.ts';
import type { ApplyInput, PresentRows, WrittenFile } from '../../../domain/sync/apply/input.ts';
import { factRow } from '../../../domain/sync/apply/support-facts.ts';
import type { RecordKind } from '../../../domain/sync/records.ts';
import { DEFAULT_SETTINGS, type SyncSettings } from '../../../domain/sync/settings.ts';
import { fileRows } from '../../bundle/export/export-bundle.ts';
import type { Database } from '../../platform/database/database.ts';
import { inWorkspace, type Tx } from '../../platform/database/transaction.ts';
import { notFound } from '../../platform/http/refusal.ts';
import type { ConnectionPlace, SyncContext } from '../sync-context.ts';
import { readLinks, takenElsewhere } from './links.ts';
import { readMirror } from './read-mirror.ts';

/** What a plan rests on, and the revision of the portfolio that it was read at. */
export interface ReadInput {
  readonly input: ApplyInput;
  readonly revision: number;
}

/** Reads what a sync is planned from. `read`: the kinds that were read to their end at least once. */
export async function readInput(
  { database, portfolios }: Pick<SyncContext, 'database' | 'portfolios'>,
  { workspace, connection }: ConnectionPlace,
  read: ReadonlySet<RecordKind>,
  now: Date,
): Promise<ReadInput> {
  const { definitions, grants, asOf, revision } = await portfolios.portfolioOf(workspace, now);
  const window = { today: asOf, timeZone: definitions.workspace.timeZone };
  const mirrored = await inWorkspace(database, { workspace, companies: 'all' }, async (tx) => ({
    stored: await readConnection(tx, connection),
    mirror: await readMirror(tx, connection, read, window),
    links: await readLinks(tx, connection),
    takenElsewhere: await takenElsewhere(tx, connection),
  }));
  const { stored, ...rest } = mirrored;
  const input: ApplyInput = {
    ...rest,
    connection: { vendor: stored.vendor, system: stored.name },
    settings: { ...DEFAULT_SETTINGS, ...stored.settings },
    present: await presentRows(database, workspace),
    users: new Set(grants.users.map(({ id }) => id)),
    rules: definitions,
    today: asOf,
  };
  return { input, revision };
}

interface StoredConnection {
  readonly vendor: string;
  readonly name: string;
  readonly settings: Partial<SyncSettings>;
}

async function readConnection(tx: Tx, connection: string): Promise<StoredConnection> {
  const { rows } = await sql<StoredConnection>`select vendor, name, settings from connections
    where workspace_id = (select current_workspace()) and key = ${connection}`.execute(tx);
  if (!rows[0]) throw notFound('connection', connection);
  return rows[0];
}

async function presentRows(database: Database, workspace: string): Promise<PresentRows> {
  const of = (file: WrittenFile) => presentRowsOf(database, workspace, file);
  return {
    companies: await of('companies'),
    contacts: await of('contacts'),
    contracts: await of('contracts'),
    contract_lines: await of('contract_lines'),
    facts: await of('facts'),
    csat: await of('csat'),
  };
}

async function presentRowsOf(
  database: Database,
  workspace: string,
  file: WrittenFile,
): Promise<ReadonlyMap<string, Cells>> {
  const format = fileFormat(file)!;
  const rows = await fileRows(database, workspace, format);
  return new Map(
    rows.map((values) => {
      const cells = Object.fromEntries(format.columns.map(({ name }, i) => [name, values[i]!]));
      return [file === 'facts' ? factRow(cells.company!, cells.fact!) : cells.key!, cells];
    }),
  );
}
