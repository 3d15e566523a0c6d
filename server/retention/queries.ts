import { sql } from 'kysely';
import type { Month } from '../../domain/calendar/month.ts';
import type { Stage } from '../../domain/portfolio/facts.ts';
import type { Cents, Day } from '../../domain/portfolio/values.ts';
import { countedMrr } from '../../domain/retention/counted-mrr.ts';
import type { Closing, CompanyHistory, Standing } from '../../domain/retention/history.ts';
import type { MonthOfTally } from '../../domain/retention/report.ts';
import type { Tx } from '../platform/database/transaction.ts';

interface Row {
  readonly company: string;
  readonly date: Day;
  readonly mrr: Cents | null;
  readonly stage: Stage | null;
  readonly health: string | null;
  readonly segment: string | null;
  /** As JSON, as are groups. */
  readonly managers: string | null;
  readonly groups: string | null;
}

/**
 * The companies that the transaction sees on days that are on record, given in their order; who was a client on one of
 * the `earlier` days is known to have been one.
 */
export async function companyHistories(
  tx: Tx,
  { days, earlier }: { readonly days: readonly Day[]; readonly earlier: readonly Day[] },
): Promise<CompanyHistory[]> {
  if (days.length === 0) return [];
  const since = await clientsOn(tx, earlier);
  const left = await offboardedOn(tx);
  const { rows } = await sql<Row>`
    select company, date, mrr, stage, health_status as health, segment,
      array_to_json(account_managers)::text as managers, array_to_json(account_groups)::text as groups
    from snapshots
    where workspace_id = (select current_workspace()) and date = any(${days}::date[])
    order by date`.execute(tx);
  const standingIn = standings();
  const histories = new Map<string, { clientSince: Day | null; closings: Map<Day, Closing> }>();
  for (const row of rows) {
    const { company, date } = row;
    let history = histories.get(company);
    if (!history) {
      history = { clientSince: since.get(company) ?? null, closings: new Map() };
      histories.set(company, history);
    }
    const mrr = countedMrr(row, left.get(company) ?? null);
    if (history.clientSince === null && (mrr > 0 || row.stage === 'offboarded')) history.clientSince = date;
    history.closings.set(date, { mrr, standing: standingIn(row) });
  }
  return Array.from(histories, ([company, history]) => ({ company, ...history }));
}

/**
 * Who was a client, or had been one, on any of these days: on which first. (Whoever has left by their own entry had been
 * a client, so that day need not be compared here.)
 */
async function clientsOn(tx: Tx, days: readonly Day[]): Promise<Map<string, Day>> {
  const { rows } = await sql<{ company: string; first: Day }>`
    select company, min(date) as first from snapshots
    where workspace_id = (select current_workspace()) and date = any(${days}::date[])
      and (stage = 'offboarded' or (mrr > 0 and coalesce(stage, 'active') in ('onboarding', 'active')))
    group by company`.execute(tx);
  return new Map(rows.map(({ company, first }) => [company, first]));
}

async function offboardedOn(tx: Tx): Promise<Map<string, Day>> {
  const { rows } = await sql<{ key: string; day: Day }>`
    select key, offboarded_on as day from companies
    where workspace_id = (select current_workspace()) and offboarded_on is not null`.execute(tx);
  return new Map(rows.map(({ key, day }) => [key, day]));
}

/** Many companies stand alike, so that each way is made once. */
function standings(): (row: Row) => Standing {
  const known = new Map<string, Standing>();
  return ({ health, segment, managers, groups }) => {
    const key = JSON.stringify([health, segment, managers, groups]);
    const found = known.get(key);
    if (found) return found;
    const standing: Standing = {
      accountManager: managers === null ? null : (JSON.parse(managers) as string[]),
      accountGroup: groups === null ? null : (JSON.parse(groups) as string[]),
      segment: segment === null ? null : [segment],
      health: health === null ? null : [health],
    };
    known.set(key, standing);
    return standing;
  };
}

/** How many answers each company that the transaction sees gave in each of the months, in the workspace's time zone. */
export async function answersOf(
  tx: Tx,
  { from, to, asOf }: { readonly from: Month; readonly to: Month; readonly asOf: Day },
): Promise<MonthOfTally[]> {
  const day = sql`(r.answered_at at time zone coalesce(w.time_zone, 'UTC'))::date`;
  const { rows } = await sql<MonthOfTally>`
    select r.company, to_char(${day}, 'YYYY-MM') as month,
      count(*) filter (where r.rating = 'positive')::int as positive,
      count(*) filter (where r.rating = 'neutral')::int as neutral,
      count(*) filter (where r.rating = 'negative')::int as negative
    from csat r
    join workspaces w on w.id = r.workspace_id
    where r.workspace_id = (select current_workspace()) and r.withdrawn is not true
      and ${day} >= ${`${from}-01`}::date and ${day} < (${`${to}-01`}::date + interval '1 month') and ${day} <= ${asOf}::date
    group by 1, 2`.execute(tx);
  return rows;
}
