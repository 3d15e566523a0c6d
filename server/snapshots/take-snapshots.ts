import { sql } from 'kysely';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import {
  reconstructedSnapshot,
  type Snapshot,
  snapshotOf,
  withSegments,
} from '../../domain/snapshots/snapshot.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { JobCall, JobContext } from '../jobs/job.ts';
import { inWorkspace, type Tx } from '../platform/database/transaction.ts';
import { companyIds } from '../portfolio/companies-in-chunks.ts';
import { loadCompanyFacts } from '../portfolio/company-facts.ts';
import { loadDefinitions } from '../portfolio/definitions.ts';
import { loadGrants } from '../portfolio/grants.ts';
import { type Keepers, keepersOf } from './keepers.ts';

/** So many companies' facts are in memory at a time, and so many snapshots are written in one transaction. */
const READ = 100;
const WRITTEN = 500;

export interface DayToTake {
  readonly date: Day;
  /** It was over before yesterday ended: see reconstructedSnapshot. */
  readonly reconstructed: boolean;
}

/**
 * Writes a workspace's snapshots of a day, in place of those that are there. In batches, each a transaction of its own
 * that says how far it is, so that a run that was cut off is gone on with; others work in between. Of the companies only
 * the figures are in memory all at once.
 */
export async function takeSnapshots(
  { database }: Pick<JobContext, 'database'>,
  { workspace, stopIfAsked }: JobCall,
  day: DayToTake,
): Promise<void> {
  const run = <Result>(work: (tx: Tx) => Promise<Result>) =>
    inWorkspace(database, { workspace, companies: 'all' }, work);
  const { definitions, keepers, version, after, ids } = await run((tx) => begin(tx, workspace, day));
  const snapshots: Snapshot[] = [];
  for (let from = 0; from < ids.length; from += READ) {
    stopIfAsked();
    snapshots.push(...(await run((tx) => compute(tx, definitions, day, ids.slice(from, from + READ)))));
  }
  const whole = day.reconstructed ? snapshots : withSegments(definitions, snapshots);
  const left = whole.filter(({ company }) => after === null || compareText(company, after) > 0);
  for (let from = 0; from < left.length; from += WRITTEN) {
    stopIfAsked();
    const batch = left.slice(from, from + WRITTEN);
    await run((tx) => write(tx, workspace, { day, version, keepers }, batch));
  }
  await run((tx) =>
    sql`delete from unfinished_snapshots where workspace_id = ${workspace} and date = ${day.date}`.execute(
      tx,
    ),
  );
}

interface Begun {
  readonly definitions: Definitions;
  readonly keepers: Keepers;
  readonly version: number;
  /** The last company that an earlier run has written by the same definitions. */
  readonly after: string | null;
  /** All companies, by id. */
  readonly ids: readonly string[];
}

async function begin(tx: Tx, workspace: string, { date, reconstructed }: DayToTake): Promise<Begun> {
  const begun = await sql<{ version: number; after: string | null }>`
    insert into unfinished_snapshots as u (workspace_id, date, definition_version)
    select id, ${date}, definitions_version from workspaces where id = ${workspace}
    on conflict (workspace_id, date) do update set definition_version = excluded.definition_version,
      after_company = case when u.definition_version = excluded.definition_version then u.after_company end
    returning definition_version as version, after_company as after`.execute(tx);
  return {
    ...begun.rows[0]!,
    definitions: await loadDefinitions(tx),
    keepers: reconstructed ? () => null : keepersOf(await loadGrants(tx)),
    ids: await companyIds(tx),
  };
}

async function compute(
  tx: Tx,
  definitions: Definitions,
  { date, reconstructed }: DayToTake,
  ids: readonly string[],
): Promise<Snapshot[]> {
  const companies = await loadCompanyFacts(tx, ids, definitions.workspace.timeZone);
  if (!reconstructed) return companies.map((facts) => snapshotOf(definitions, facts, date));
  const { rows } = await sql<{ key: string; day: Day | null }>`
    select key, offboarded_on as day from companies
    where workspace_id = (select current_workspace()) and key = any(${ids})`.execute(tx);
  const left = new Map(rows.map(({ key, day }) => [key, day]));
  return companies.map((facts) =>
    reconstructedSnapshot(definitions, facts, left.get(facts.id) ?? null, date),
  );
}

/** A company that was deleted meanwhile is left out. */
async function write(
  tx: Tx,
  workspace: string,
  { day, version, keepers }: { readonly day: DayToTake; readonly version: number; readonly keepers: Keepers },
  batch: readonly Snapshot[],
): Promise<void> {
  const rows = batch.map((snapshot) => ({ ...snapshot, ...keepers(snapshot.company) }));
  await sql`insert into snapshots (workspace_id, company, date, mrr, employees, health, health_status, coverage, effort, segment,
      alignment, mrr_opportunity, one_time_opportunity, definition_version, stage, reconstructed, account_managers, account_groups)
    select c.workspace_id, c.key, ${day.date}, s.mrr, s.employees, s.health, s."healthStatus", s.coverage, s.effort, s.segment,
      s.alignment, s."mrrOpportunity", s."oneTimeOpportunity", ${version}, s.stage, ${day.reconstructed || null}::boolean,
      s.managers, s.groups
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (company text, mrr bigint, employees bigint, health numeric,
      "healthStatus" text, coverage numeric, effort numeric, segment text, alignment numeric, "mrrOpportunity" bigint,
      "oneTimeOpportunity" bigint, stage text, managers text[], groups text[])
    join companies c on c.workspace_id = ${workspace} and c.key = s.company
    on conflict (workspace_id, company, date) do update set mrr = excluded.mrr, employees = excluded.employees,
      health = excluded.health, health_status = excluded.health_status, coverage = excluded.coverage, effort = excluded.effort,
      segment = excluded.segment, alignment = excluded.alignment, mrr_opportunity = excluded.mrr_opportunity,
      one_time_opportunity = excluded.one_time_opportunity, definition_version = excluded.definition_version,
      stage = excluded.stage, reconstructed = excluded.reconstructed, account_managers = excluded.account_managers,
      account_groups = excluded.account_groups`.execute(tx);
  await sql`update unfinished_snapshots set after_company = ${batch.at(-1)!.company}
    where workspace_id = ${workspace} and date = ${day.date}`.execute(tx);
}
