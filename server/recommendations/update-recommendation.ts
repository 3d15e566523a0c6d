import { sql } from 'kysely';
import type { Recommendation, RecommendationChange } from '../../contract/recommendations.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { sortedIds } from '../meetings/read-meeting.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { asChange, recommendationColumns } from './columns.ts';
import { readRecommendation } from './read-recommendations.ts';
import { recommendationToChange } from './recommendation-change.ts';
import { requireSound } from './require-sound.ts';
import { writeLines } from './write-lines.ts';
import { writeLinks } from './write-links.ts';

/** Changes a recommendation, its lines, and the meetings and goals that it is linked to. Refuses an If-Match that no longer holds, and what requireSound refuses. */
export async function updateRecommendation(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  change: RecommendationChange,
  ifMatch: string | undefined,
): Promise<Recommendation> {
  const { workspace, user, loaded } = viewer;
  const recommendation = await recommendationToChange(tx, viewer, { company, id }, ifMatch);
  const stored = asChange(recommendation);
  const changed = changedFields(stored, inOrder(change));
  if (!changed) return recommendation;
  requireSound(loaded, changed.after);
  const set = assignments(recommendationColumns, changed.after);
  if (set)
    await sql`update recommendations set ${set} where workspace_id = ${workspace} and key = ${id}`.execute(
      tx,
    );
  const place = { workspace, company, recommendation: id };
  if (changed.after.lines) await writeLines(tx, place, stored.lines ?? [], change.lines ?? []);
  await writeLinks(tx, place, changed.after);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'update recommendation',
    company,
    subject: id,
    ...changed,
  });
  return readRecommendation(tx, loaded.definitions, company, id);
}

/** Lists in which order and repetition mean nothing, as they are compared. */
const inOrder = (change: RecommendationChange): RecommendationChange => ({
  ...change,
  ...(change.meetings ? { meetings: sortedIds(change.meetings) } : {}),
  ...(change.goals ? { goals: sortedIds(change.goals) } : {}),
});
