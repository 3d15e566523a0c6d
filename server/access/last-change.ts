import { type RawBuilder, sql } from 'kysely';
import type { Named } from '../../contract/values.ts';
import type { Grants } from '../../domain/access/grants.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { namedUser } from './named-user.ts';

/** Of whom and when the last recorded change is; `by` null: the command line. */
export interface LastChange {
  readonly by: Named | null;
  readonly at: string;
}

/** What was changed: a company (null: the workspace itself), one of these ways, and the subject where there are several. */
export interface Changed {
  readonly company: string | null;
  readonly actions: readonly string[];
  readonly subject?: string;
}

/** The last of such changes on record; null: none that the transaction sees. Those of the workspace take one that sees every company. */
export function lastChange(
  tx: Tx,
  grants: Grants,
  { company, actions, subject }: Changed,
): Promise<LastChange | null> {
  return lastEvent(
    tx,
    grants,
    sql`${company === null ? sql`company is null` : sql`company = ${company}`} and action = any(${actions})
      and (${subject ?? null}::text is null or subject = ${subject ?? null})`,
  );
}

/** The last of the events for which `which` holds, as far as the transaction sees them. */
export async function lastEvent(
  tx: Tx,
  grants: Grants,
  which: RawBuilder<unknown>,
): Promise<LastChange | null> {
  const { rows } = await sql<{ actor: string | null; at: Date }>`
    select actor, at from audit_events where workspace_id = (select current_workspace()) and ${which}
    order by id desc limit 1`.execute(tx);
  const [row] = rows;
  return row
    ? { by: row.actor === null ? null : namedUser(grants, row.actor), at: row.at.toISOString() }
    : null;
}

/** The refusal (412) of a change to something that is another by now: as it is, who changed it and when. */
export function changedMeanwhile(current: { readonly etag: string }, changed: LastChange | null): Refusal {
  const who = changed?.by?.name ?? 'Somebody';
  return new Refusal('precondition_failed', `${who} has changed this since you read it.`, {
    details: { etag: current.etag, current, changed },
  });
}
