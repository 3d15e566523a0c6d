import { type Kysely, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { asOwner, inWorkspace } from '../../platform/database/transaction.ts';
import { withoutForeignKeys } from './without-foreign-keys.ts';

type Work = (tx: Kysely<Tables>) => Promise<void>;

/** From so many rows on, foreign keys are worth being put back afterwards rather than checked row by row. */
const LARGE = 20_000;

/** What an import writes into. */
export interface Destination {
  readonly workspace: string;
  /** The workspace is still to be made, by `work`. */
  readonly isNew: boolean;
}

/** Runs `work` in one transaction that sees the workspace alone, in the way that suits a bundle of so many rows. */
export async function importTransaction(
  database: Database,
  { workspace, isNew }: Destination,
  rows: number,
  work: Work,
): Promise<void> {
  const isLoad = rows >= LARGE && (await hasNoCompanies(database));
  if (!isNew && !isLoad) return inWorkspace(database, { workspace, companies: 'all' }, work);
  return asOwner(database, async (tx) => {
    if (isNew) await requireNoWorkspace(tx);
    const write = () => actingIn(workspace, tx, work);
    return isLoad ? withoutForeignKeys(tx, write) : write();
  });
}

async function hasNoCompanies(database: Database): Promise<boolean> {
  const { rows } = await asOwner(database, (tx) => sql`select from companies limit 1`.execute(tx));
  return rows.length === 0;
}

/** Of two that import into an empty database at once, the second waits here and is refused. */
async function requireNoWorkspace(tx: Kysely<Tables>) {
  await sql`lock table workspaces in share row exclusive mode`.execute(tx);
  const { rows } = await sql`select from workspaces limit 1`.execute(tx);
  if (rows.length > 0)
    throw new Error('A workspace was made while the bundle was read; import it once more.');
}

/** What inWorkspace does, within a transaction of the owner. */
async function actingIn(workspace: string, tx: Kysely<Tables>, work: Work) {
  const act = (role: string) =>
    sql`select set_config('role', ${role}, true), set_config('quarterdeck.workspace', ${workspace}, true)`.execute(
      tx,
    );
  await act('quarterdeck_workspace');
  await work(tx);
  await act('none');
}
