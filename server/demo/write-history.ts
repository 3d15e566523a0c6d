import { sql } from 'kysely';
import { addDays, addMonths } from '../../domain/calendar/day.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { loadDefinitions } from '../portfolio/definitions.ts';
import { takeSnapshots } from '../snapshots/take-snapshots.ts';
import { demoHistory, type KeptSnapshot } from './history.ts';

/**
 * Gives the demo two years of history: the snapshots of the day before its today, by the rules, and backward from them
 * what companies were before.
 */
export async function writeDemoHistory(database: Database, workspace: string, today: Day): Promise<void> {
  const day = addDays(today, -1);
  const call = { workspace, now: new Date(`${today}T00:10:00Z`), stopIfAsked: () => {} };
  await takeSnapshots({ database }, call, { date: day, reconstructed: false });
  await inWorkspace(database, { workspace, companies: 'all' }, async (tx) => {
    const definitions = await loadDefinitions(tx);
    const { rows: snapshots } = await sql<KeptSnapshot>`
      select company, stage, mrr, employees, health::float8 as health, health_status as "healthStatus",
        coverage::float8 as coverage, effort::float8 as effort, segment, alignment::float8 as alignment,
        mrr_opportunity as "mrrOpportunity", one_time_opportunity as "oneTimeOpportunity",
        account_managers as managers, account_groups as groups
      from snapshots where workspace_id = ${workspace} and date = ${day} order by company collate "C"`.execute(
      tx,
    );
    const { rows: pasts } = await sql<{ key: string; acquired: Day | null; left: Day | null }>`
      select key, case when date_acquired > ${addMonths(today, -26)} then date_acquired end as acquired, offboarded_on as left
      from companies where workspace_id = ${workspace}`.execute(tx);
    const pastOf = new Map(pasts.map(({ key, ...past }) => [key, past]));
    // of who is none yet, nothing is told but today
    const clients = snapshots.filter(({ stage }) => ['active', 'onboarding', 'offboarded'].includes(stage));
    const history = demoHistory(
      definitions,
      { day, snapshots: clients },
      (company) => pastOf.get(company) ?? { acquired: null, left: null },
    );
    const rows = history.flatMap(({ day: date, snapshots: of }) => of.map((one) => ({ ...one, date })));
    await sql`insert into snapshots (workspace_id, company, date, mrr, employees, health, health_status, coverage, effort, segment,
        alignment, mrr_opportunity, one_time_opportunity, definition_version, stage, account_managers, account_groups)
      select w.id, s.company, s.date, s.mrr, s.employees, s.health, s."healthStatus", s.coverage, s.effort, s.segment,
        s.alignment, s."mrrOpportunity", s."oneTimeOpportunity", w.definitions_version, s.stage, s.managers, s.groups
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (company text, date date, mrr bigint, employees bigint, health numeric,
        "healthStatus" text, coverage numeric, effort numeric, segment text, alignment numeric, "mrrOpportunity" bigint,
        "oneTimeOpportunity" bigint, stage text, managers text[], groups text[]), workspaces w
      where w.id = ${workspace}`.execute(tx);
  });
}
