import { sql } from 'kysely';
import type { Grants } from '../../domain/access/grants.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { isUnchanged } from '../platform/http/if-match.ts';
import { changedMeanwhile, type LastChange } from './last-change.ts';
import { namedUser } from './named-user.ts';

/** Where on record the changes of a group, an account manager, a user or a company's groups are. */
export interface RecordedUnder {
  /** Its id. */
  readonly id: string;
  /** What is done to it itself. */
  readonly actions: readonly string[];
  /** The lists by which changes of other things put it somewhere or take it out: the "members" of a group for a user. */
  readonly lists: readonly string[];
}

/** Refuses a change (412) of grants that are others by now, with the present ones and who made them so, and when. */
export async function requireGrantsUnchanged(
  tx: Tx,
  grants: Grants,
  ifMatch: string | undefined,
  current: { readonly etag: string },
  recorded: RecordedUnder,
): Promise<void> {
  if (isUnchanged(ifMatch, current.etag)) return;
  throw changedMeanwhile(current, await lastChange(tx, grants, recorded));
}

async function lastChange(
  tx: Tx,
  grants: Grants,
  { id, actions, lists }: RecordedUnder,
): Promise<LastChange | null> {
  const fields = lists.flatMap((name) => [name, `${name}Added`, `${name}Removed`]);
  const has = (side: 'before' | 'after') =>
    sql`coalesce(${sql.ref(side)}->field @> to_jsonb(${id}::text), false)`;
  const { rows } = await sql<{ actor: string | null; at: Date }>`
    select actor, at from audit_events
    where workspace_id = (select current_workspace()) and (
      (action = any(${actions}) and coalesce(subject, company) = ${id})
      or exists (select from unnest(${fields}::text[]) field where ${has('before')} <> ${has('after')}))
    order by id desc limit 1`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  return { by: row.actor === null ? null : namedUser(grants, row.actor), at: row.at.toISOString() };
}
