import { sql } from 'kysely';
import type { Goal, NewGoal } from '../../contract/goals.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { requireOwner } from '../action-items/action-item-columns.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { goalColumns } from './goal-columns.ts';
import { readGoal } from './read-goals.ts';
import { writeGoalRecommendations } from './write-goal-recommendations.ts';

/** Adds a goal. Refuses an unknown owner, and recommendations that the company does not have. */
export async function createGoal(
  tx: Tx,
  { workspace, user, loaded }: Viewer,
  company: string,
  goal: NewGoal,
): Promise<Goal> {
  await lockCompany(tx, company);
  requireOwner(loaded.grants, goal.owner);
  const { columns, values } = insertion(goalColumns, goal);
  const keys = newKeys(`${company} ${goal.title}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`insert into goals (workspace_id, key, company${columns})
      values (${workspace}, ${key}, ${company}${values}) on conflict do nothing returning key`.execute(tx);
    if (rows.length === 0) continue;
    if (goal.recommendations)
      await writeGoalRecommendations(tx, workspace, { company, id: key }, goal.recommendations);
    await audit(tx, { workspace, actor: user.id, action: 'create goal', company, subject: key, after: goal });
    return readGoal(tx, key, loaded);
  }
}
