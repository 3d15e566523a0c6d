import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { companyFactsQuery, type FactsRow } from './company-facts.ts';

/** The committed revision of a workspace: it rises with every change of what the portfolio rests on; null: no such workspace. */
export async function revisionOf(database: Database, workspace: string): Promise<number | null> {
  const { rows } = await database.pool.query<{ revision: number }>(
    'select revision from workspaces where id = $1',
    [workspace],
  );
  return rows[0]?.revision ?? null;
}

/**
 * Names the state of what is stored about companies: it rises with every change of theirs, and stays while only
 * definitions or grants change, as far as the log reaches back. Role quarterdeck_workspace.
 */
export async function factsRevision(tx: Tx): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    select coalesce(max(revision) filter (where part = 'facts'), min(revision) - 1,
      (select revision from workspaces where id = (select current_workspace()))) as revision
    from portfolio_changes where workspace_id = (select current_workspace())`.execute(tx);
  return rows[0]!.revision;
}

/** What separates the state of one revision from the present one. */
export interface Changes {
  readonly revision: number;
  /** Everything must be loaded again: definitions changed, too many companies did, or the log does not reach back. */
  readonly everything: boolean;
  readonly access: boolean;
  /** Ids of changed, new and removed companies; meaningless with `everything`, as is `facts`. */
  readonly companies: readonly string[];
  /** Rows of companyFactsQuery for those of `companies` that exist. */
  readonly facts: readonly FactsRow[];
}

/** More changed companies than this are loaded as part of everything, a few hundred at a time. */
export const MOST_COMPANIES_AT_ONCE = 200;

/**
 * What changed after `revision` in the transaction's workspace (role quarterdeck_workspace). One statement, so that the
 * revision and the facts belong to one and the same state.
 */
export async function changesSince(tx: Tx, revision: number): Promise<Changes> {
  const { rows } = await sql<Changes>`
    with change as materialized (
      select distinct part, company from portfolio_changes
      where workspace_id = (select current_workspace()) and revision > ${revision}
      limit ${MOST_COMPANIES_AT_ONCE + 4}
    ), changed as materialized (
      select coalesce(array_agg(company) filter (where part = 'facts'), '{}') as companies from change
    ), summary as materialized (
      select w.revision,
        coalesce((select bool_or(part = 'definitions' or (part = 'facts' and company is null)) from change), false)
          or cardinality(changed.companies) > ${MOST_COMPANIES_AT_ONCE}
          or (w.revision > ${revision} and not exists (
            select from portfolio_changes where workspace_id = w.id and revision = ${revision} + 1)) as everything,
        coalesce((select bool_or(part = 'access') from change), false) as access,
        changed.companies
      from workspaces w, changed where w.id = (select current_workspace())
    )
    select summary.*, (
      select coalesce(json_agg(facts), '[]') from (${companyFactsQuery(sql`= any(summary.companies) and not everything`)}) it
    ) as facts
    from summary`.execute(tx);
  const row = rows[0];
  if (!row) throw new Error('the workspace does not exist');
  return row;
}

/** So many revisions stay in the log: a portfolio in memory that is further behind is loaded anew. */
export const KEPT_REVISIONS = 1000;

/** Forgets the changes that no portfolio in memory should still need. */
export async function pruneChanges(database: Database, workspace: string, revision: number): Promise<void> {
  await database.pool.query('delete from portfolio_changes where workspace_id = $1 and revision <= $2', [
    workspace,
    revision - KEPT_REVISIONS,
  ]);
}
