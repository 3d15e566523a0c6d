import { sql } from 'kysely';
import type { Goal, GoalChange } from '../../contract/goals.ts';
import { compareText } from '../../domain/text/compare.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { requireOwner } from '../action-items/action-item-columns.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { goalColumns } from './goal-columns.ts';
import { goalToChange } from './goal-to-change.ts';
import { asGoalChange, readGoal } from './read-goals.ts';
import { writeGoalRecommendations } from './write-goal-recommendations.ts';

/** Changes a goal. Refuses an If-Match that no longer holds, an unknown owner, and recommendations of others. */
export async function updateGoal(
  tx: Tx,
  viewer: Viewer,
  place: RowPlace,
  { recommendations, ...change }: GoalChange,
  ifMatch: string | undefined,
): Promise<Goal> {
  const { workspace, user, loaded } = viewer;
  const goal = await goalToChange(tx, viewer, place, ifMatch);
  const listed = recommendations && [...new Set(recommendations)].sort(compareText);
  const changed = changedFields(asGoalChange(goal), { ...change, recommendations: listed });
  if (!changed) return goal;
  const after: GoalChange = changed.after;
  requireOwner(loaded.grants, after.owner);
  const set = assignments(goalColumns, after);
  if (set)
    await sql`update goals set ${set} where workspace_id = ${workspace} and key = ${place.id}`.execute(tx);
  if (after.recommendations) await writeGoalRecommendations(tx, workspace, place, after.recommendations);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'update goal',
    company: place.company,
    subject: place.id,
    ...changed,
  });
  return readGoal(tx, place.id, loaded);
}
