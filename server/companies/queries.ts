import { sql } from 'kysely';
import type { Stage } from '../../domain/portfolio/facts.ts';
import type { Tx } from '../platform/database/transaction.ts';

export interface Keeping {
  readonly stage: Stage;
  /** User id of the vCIO. */
  readonly owner: string | null;
}

/** What the read model does not hold of these companies, by id; those that the transaction does not see are left out. */
export async function keepingOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Keeping>> {
  const { rows } = await sql<Keeping & { id: string }>`
    select key as id, coalesce(stage, 'active') as stage, owner from companies
    where workspace_id = (select current_workspace()) and key = any(${ids})`.execute(tx);
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Ids of the companies in one of these stages, as far as the transaction sees them. */
export async function companiesInStages(tx: Tx, stages: readonly Stage[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select key as id from companies
    where workspace_id = (select current_workspace()) and coalesce(stage, 'active') = any(${stages})`.execute(
    tx,
  );
  return new Set(rows.map((row) => row.id));
}
