import type { Goal } from '../../contract/goals.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readGoal } from './read-goals.ts';

/** The goal, its company locked. Refuses an If-Match that no longer holds. */
export async function goalToChange(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<Goal> {
  await lockCompany(tx, company);
  const goal = await readGoal(tx, id, viewer.loaded);
  await requireUnchangedBy(tx, viewer, ifMatch, goal, {
    company,
    actions: ['create goal', 'update goal'],
    subject: id,
  });
  return goal;
}
