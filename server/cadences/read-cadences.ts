import { type RawBuilder, sql } from 'kysely';
import type { Named } from '../../contract/values.ts';
import { type CadenceInterval, cadenceDue } from '../../domain/engagement/cadence-due.ts';
import type { MeetingKind, MeetingMethod } from '../../domain/engagement/meeting-kinds.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import type { Tx } from '../platform/database/transaction.ts';

interface Row {
  readonly company: Named;
  readonly owner: Named | null;
  readonly acquired: Day | null;
  readonly kind: MeetingKind;
  readonly every: CadenceInterval;
  readonly method: MeetingMethod | null;
  readonly setOn: Day | null;
  readonly setBy: Named | null;
  readonly lastHeld: Occasion | null;
  readonly planned: Occasion | null;
}

export interface Occasion {
  readonly id: string;
  readonly date: Day;
}

/** A cadence with when it is due. */
export type ReadCadence = Omit<Row, 'acquired'> & ReturnType<typeof cadenceDue>;

/** The cadences of the companies that the transaction sees for which `which` holds (of k, and of c, their company). */
export async function readCadences(tx: Tx, which: RawBuilder<unknown>, asOf: Day): Promise<ReadCadence[]> {
  const { rows } = await sql<Row>`
    select json_build_object('id', c.key, 'name', c.name) as company,
      case when o.key is not null then json_build_object('id', o.key, 'name', o.name) end as owner,
      c.date_acquired as acquired, k.kind, k.every, k.method, k.set_on as "setOn",
      case when k.set_by is not null then json_build_object('id', k.set_by, 'name', coalesce(s.name, k.set_by)) end as "setBy",
      (select json_build_object('id', m.key, 'date', m.date) from meetings m
        where m.workspace_id = k.workspace_id and m.company = k.company and m.kind = k.kind and m.status = 'held'
          and m.date <= ${asOf}::date order by m.date desc, m.key collate "C" limit 1) as "lastHeld",
      (select json_build_object('id', m.key, 'date', m.date) from meetings m
        where m.workspace_id = k.workspace_id and m.company = k.company and m.kind = k.kind
          and coalesce(m.status, 'planned') = 'planned' and m.date >= ${asOf}::date
        order by m.date, m.key collate "C" limit 1) as planned
    from cadences k
    join companies c on c.workspace_id = k.workspace_id and c.key = k.company
    left join users o on o.workspace_id = c.workspace_id and o.key = c.owner
    left join users s on s.workspace_id = k.workspace_id and s.key = k.set_by
    where k.workspace_id = (select current_workspace()) and ${which}
    order by k.company collate "C", k.kind collate "C"`.execute(tx);
  return rows.map(({ acquired, ...row }) => ({
    ...row,
    ...cadenceDue(
      {
        every: row.every,
        lastHeld: row.lastHeld?.date ?? null,
        planned: row.planned?.date ?? null,
        setOn: row.setOn,
        acquired,
      },
      asOf,
    ),
  }));
}

/** The cadences of clients that are not offboarded: of some kinds, or of a vCIO's companies, if that is said. */
export function currentCadences({
  owner,
  kind,
}: {
  readonly owner?: string | undefined;
  readonly kind?: readonly MeetingKind[] | undefined;
}): RawBuilder<unknown> {
  return sql`c.stage is distinct from 'offboarded'
    and (${owner ?? null}::text is null or c.owner = ${owner ?? null})
    and (${kind ?? null}::text[] is null or k.kind = any(${kind ?? null}))`;
}
