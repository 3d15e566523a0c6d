import { sql } from 'kysely';
import type { StageFacts } from '../../domain/lifecycle/stage-conditions.ts';
import type { StageStep } from '../../domain/lifecycle/time-in-stage.ts';
import type { Stage } from '../../domain/portfolio/facts.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';

/** A company's stage with what its conditions and its time rest on. */
export interface StageRow extends StageFacts {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  readonly offboardedOn: Day | null;
  readonly dateAcquired: Day | null;
  /** User id. */
  readonly ownerId: string | null;
  /** From the first on, by the calendar of the workspace's time zone. */
  readonly steps: readonly StageStep[];
  readonly etag: string;
}

/** These companies, or all that the transaction sees, in no order. */
export async function stageRows(
  tx: Tx,
  { definitions, asOf }: Pick<LoadedPortfolio, 'definitions' | 'asOf'>,
  companies: readonly string[] | 'all',
): Promise<StageRow[]> {
  const { timeZone } = definitions.workspace;
  const ours = (column: string) =>
    sql`${sql.ref(`${column}.workspace_id`)} = (select current_workspace())
      and ${companies === 'all' ? sql`true` : sql`${sql.ref(`${column}.${column === 'c' ? 'key' : 'company'}`)} = any(${companies}::text[])`}`;
  const { rows } = await sql<StageRow>`
    with met as (
      select m.company, bool_or(m.kind = 'ice' and m.status = 'held') as ice,
        bool_or(m.kind = 'kickoff' and m.status = 'held') as held,
        bool_or(m.kind = 'kickoff' and coalesce(m.status, 'planned') = 'planned') as planned
      from meetings m where ${ours('m')} and m.kind in ('ice', 'kickoff') group by m.company),
    signed as (
      select distinct k.company from contracts k
      where ${ours('k')} and coalesce(k.status, 'active') = 'active' and not coalesce(k.excluded, false)
        and (k."end" is null or k."end" >= ${asOf}::date)
        and not exists (select from excluded_vendors v where v.workspace_id = k.workspace_id and v.vendor = k.vendor)),
    tasks as (
      select o.company, count(*)::int as required, (count(*) filter (where o.done_at is null))::int as open
      from onboarding_tasks o where ${ours('o')} and o.required group by o.company),
    steps as (
      select s.company, json_agg(json_build_object('to', s.to_stage,
        'on', (s.changed_at at time zone ${timeZone})::date) order by s.changed_at, s.key collate "C") as steps,
        max(s.key collate "C") || count(*) as mark
      from stage_changes s where ${ours('s')} group by s.company)
    select c.key as id, c.name, coalesce(c.stage, 'active') as stage, c.offboarded_on as "offboardedOn",
      c.date_acquired as "dateAcquired", c.owner as "ownerId", c.owner is not null as owner,
      coalesce(met.ice, false) as "iceHeld", signed.company is not null as agreement,
      case when met.held then 'held' when met.planned then 'planned' else 'none' end as kickoff,
      coalesce(tasks.required, 0) as "requiredTasks", coalesce(tasks.open, 0) as "openRequiredTasks",
      coalesce(steps.steps, '[]') as steps,
      '"' || md5(coalesce(c.stage, '') || coalesce(steps.mark, '')) || '"' as etag
    from companies c
    left join met on met.company = c.key
    left join signed on signed.company = c.key
    left join tasks on tasks.company = c.key
    left join steps on steps.company = c.key
    where ${ours('c')}`.execute(tx);
  return rows;
}
