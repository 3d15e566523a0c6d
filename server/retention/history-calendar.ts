import { sql } from 'kysely';
import type { Day } from '../../domain/portfolio/values.ts';
import type { HistoryCalendar } from '../../domain/retention/spans.ts';
import type { Tx } from '../platform/database/transaction.ts';

/**
 * Which days up to one are on record; null: none. The same for everybody, whatever companies they see, so it takes a
 * transaction over the whole workspace. A day whose snapshots are still being written is left out.
 */
export async function historyCalendar(tx: Tx, asOf: Day): Promise<HistoryCalendar | null> {
  const { rows } = await sql<{ first: Day | null; month: string; day: Day | null }>`
    with history as (
      select min(date) as first from snapshots
      where workspace_id = (select current_workspace()) and date <= ${asOf}::date
    )
    select h.first, to_char(m, 'YYYY-MM') as month, (
      select max(s.date) from snapshots s
      where s.workspace_id = (select current_workspace()) and s.date between m::date and least((m + interval '1 month - 1 day')::date, ${asOf}::date)
        and s.date not in (select u.date from unfinished_snapshots u where u.workspace_id = (select current_workspace()))
    ) as day
    from history h, generate_series(date_trunc('month', h.first::timestamp), date_trunc('month', ${asOf}::timestamp), interval '1 month') m
    order by m`.execute(tx);
  const closings = new Map(rows.flatMap(({ month, day }) => (day === null ? [] : [[month, day] as const])));
  const to = [...closings.values()].at(-1);
  const from = rows[0]?.first;
  return to === undefined || !from ? null : { from, to, closings };
}
