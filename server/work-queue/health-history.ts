import { sql } from 'kysely';
import { addDays } from '../../domain/calendar/day.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { EarlierScore } from '../../domain/work-queue/falling-health.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** So many days ago one looks for an earlier score, and for so many more if that day has none. */
const AGO = [30, 90] as const;
const SLACK = 6;

/** Of each company that the transaction sees: its scores of about 30 and 90 days ago, as far as there are snapshots, in this order. */
export async function earlierScores(tx: Tx, asOf: Day): Promise<ReadonlyMap<string, EarlierScore[]>> {
  const [near, far] = AGO.map((days) => [addDays(asOf, -days - SLACK), addDays(asOf, -days)] as const);
  const { rows } = await sql<EarlierScore & { company: string }>`
    select distinct on (company, far) company, date as "on", health as score
    from (
      select company, date, health, date <= ${far![1]}::date as far from snapshots
      where workspace_id = (select current_workspace()) and health is not null
        and (date between ${near![0]} and ${near![1]} or date between ${far![0]} and ${far![1]})) as earlier
    order by company, far, date desc`.execute(tx);
  const scores = new Map<string, EarlierScore[]>();
  for (const { company, on, score } of rows) {
    const known = scores.get(company);
    if (known) known.push({ on, score: Number(score) });
    else scores.set(company, [{ on, score: Number(score) }]);
  }
  return scores;
}

/** Of each of these companies: the first day after the last one of the past 90 on which its score was at least so much. */
export async function lowSince(
  tx: Tx,
  companies: readonly { readonly id: string; readonly least: number }[],
  asOf: Day,
): Promise<ReadonlyMap<string, Day>> {
  if (companies.length === 0) return new Map();
  const { rows } = await sql<{ company: string; since: Day }>`
    select low.company, last.date + 1 as since
    from unnest(${companies.map(({ id }) => id)}::text[], ${companies.map(({ least }) => least)}::numeric[]) as low (company, least)
    cross join lateral (
      select s.date from snapshots s
      where s.workspace_id = (select current_workspace()) and s.company = low.company and s.health >= low.least
        and s.date >= ${addDays(asOf, -AGO[1] - SLACK)} and s.date < ${asOf}::date
      order by s.date desc limit 1) as last`.execute(tx);
  return new Map(rows.map(({ company, since }) => [company, since]));
}

/** Of each of these companies: the first day of its being in this status without a break until now, as far as snapshots tell. */
export async function statusSince(
  tx: Tx,
  companies: readonly string[],
  status: string,
  asOf: Day,
): Promise<ReadonlyMap<string, Day>> {
  if (companies.length === 0) return new Map();
  const { rows } = await sql<{ company: string; since: Day | null }>`
    select s.company, coalesce(max(s.date) filter (where s.health_status <> ${status}) + 1,
      min(s.date) filter (where s.health_status = ${status})) as since
    from snapshots s
    where s.workspace_id = (select current_workspace()) and s.company = any(${companies}::text[]) and s.date < ${asOf}::date
    group by s.company`.execute(tx);
  return new Map(rows.flatMap(({ company, since }) => (since === null ? [] : [[company, since] as const])));
}
