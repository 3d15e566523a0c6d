import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { goalToChange } from './goal-to-change.ts';
import { asGoalChange } from './read-goals.ts';

/** Deletes a goal with its links; the record keeps what it was, and its recommendations stay. */
export async function deleteGoal(
  tx: Tx,
  viewer: Viewer,
  place: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  const goal = await goalToChange(tx, viewer, place, ifMatch);
  await sql`delete from goals where workspace_id = ${workspace} and key = ${place.id}`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'delete goal',
    company: place.company,
    subject: place.id,
    before: asGoalChange(goal),
  });
}
