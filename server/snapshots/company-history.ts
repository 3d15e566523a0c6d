import { sql } from 'kysely';
import type { Day } from '../../domain/portfolio/values.ts';
import type { KeptDay, OverridePeriod } from '../../domain/snapshots/change.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** A company's days on record from one to another, both included. */
export async function keptDays(
  tx: Tx,
  company: string,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<KeptDay[]> {
  const { rows } = await sql<KeptDay>`
    select date, stage, mrr, employees, health::float8 as health, health_status as "healthStatus",
      coverage::float8 as coverage, effort::float8 as effort, segment, alignment::float8 as alignment,
      definition_version as "definitionVersion", coalesce(reconstructed, false) as reconstructed
    from snapshots
    where workspace_id = (select current_workspace()) and company = ${company} and date between ${from} and ${to}
    order by date`.execute(tx);
  return rows;
}

/** When the company's health status was overridden. */
export async function overridePeriods(tx: Tx, company: string): Promise<OverridePeriod[]> {
  const { rows } = await sql<OverridePeriod>`
    select set_on as "setOn", expires_on as "expiresOn" from health_overrides
    where workspace_id = (select current_workspace()) and company = ${company} order by set_on`.execute(tx);
  return rows;
}
