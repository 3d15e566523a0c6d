import type { Recommendation } from '../../contract/recommendations.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { readRecommendation } from './read-recommendations.ts';

const actions = [
  'create recommendation',
  'update recommendation',
  'complete recommendation',
  'link recommendation',
  'unlink recommendation',
];

/** The recommendation that is about to be changed, with its company locked. Refuses an If-Match that no longer holds. */
export async function recommendationToChange(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<Recommendation> {
  await lockCompany(tx, company);
  const recommendation = await readRecommendation(tx, viewer.loaded.definitions, company, id);
  await requireUnchangedBy(tx, viewer, ifMatch, recommendation, { company, actions, subject: id });
  return recommendation;
}
