import { sql } from 'kysely';
import type { WorkspaceSettingsChange } from '../../contract/workspace-settings.ts';
import {
  editedStatuses,
  firstStatus,
  type StatusNames,
  statusMoves,
} from '../../domain/recommendations/edited-statuses.ts';
import { type AuditEvent, auditAll } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import type { Settings } from './read-settings.ts';
import { wrong } from './require-sound.ts';

type Statuses = NonNullable<WorkspaceSettingsChange['recommendationStatuses']>;

/**
 * Puts these statuses in the place of those that there are, and takes the recommendations of every company along.
 * Refuses what would leave one with a status that is gone. The transaction must see every company.
 */
export async function storeStatuses(
  tx: Tx,
  viewer: Viewer,
  present: Settings,
  wanted: Statuses,
  replaced: NonNullable<WorkspaceSettingsChange['replacedStatuses']>,
): Promise<StatusNames> {
  const first = firstStatus(present.recommendationStatuses);
  const names = editedStatuses(
    present.recommendationStatuses,
    wanted,
    replaced,
    await usedStatuses(tx, first),
  );
  if ('problem' in names) throw wrong('recommendationStatuses', names.problem);
  await storeRows(tx, viewer.workspace, wanted);
  await auditAll(tx, await takeAlong(tx, viewer, names, first));
  return names;
}

/** `first`: what recommendations have that name no status. */
async function usedStatuses(tx: Tx, first: string | null): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ status: string | null }>`select distinct status from recommendations
    where workspace_id = (select current_workspace())`.execute(tx);
  return new Set(rows.flatMap(({ status }) => status ?? first ?? []));
}

async function storeRows(tx: Tx, workspace: string, statuses: Statuses): Promise<void> {
  await sql`delete from recommendation_statuses where workspace_id = ${workspace}`.execute(tx);
  await sql`insert into recommendation_statuses (workspace_id, name, state, color, "order")
    select ${workspace}, name, state, color, place
    from unnest(${statuses.map(({ name }) => name)}::text[], ${statuses.map(({ state }) => state)}::text[],
      ${statuses.map((status) => status.color)}::text[]) with ordinality as given (name, state, color, place)`.execute(
    tx,
  );
}

/** In one statement, so that two statuses may swap their names. A new name is no event of the company's, another status is. */
async function takeAlong(
  tx: Tx,
  { workspace, user }: Viewer,
  names: StatusNames,
  first: string | null,
): Promise<AuditEvent[]> {
  const moves = [...statusMoves(names)];
  if (moves.length === 0) return [];
  const { rows } = await sql<{ key: string; company: string; before: string | null; after: string }>`
    with move as (select * from unnest(${moves.map(([from]) => from)}::text[], ${moves.map(([, to]) => to)}::text[]) as m (before, after))
    update recommendations r set status = move.after from move
    where r.workspace_id = ${workspace} and r.status is not distinct from move.before
    returning r.key, r.company, move.before, move.after`.execute(tx);
  return rows
    .map((row) => ({ ...row, before: row.before ?? first }))
    .filter(({ before }) => before !== null && names.replaced.has(before))
    .map(({ key, company, before, after }) => ({
      workspace,
      actor: user.id,
      action: 'update recommendation',
      company,
      subject: key,
      before: { status: before },
      after: { status: after },
    }));
}
