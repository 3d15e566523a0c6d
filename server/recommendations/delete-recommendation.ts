import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { asChange } from './columns.ts';
import { recommendationToChange } from './recommendation-change.ts';

/** Deletes a recommendation with its lines and its place in meetings; the record keeps what it was. */
export async function deleteRecommendation(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  const recommendation = await recommendationToChange(tx, viewer, { company, id }, ifMatch);
  await sql`delete from recommendations where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'delete recommendation',
    company,
    subject: id,
    before: asChange(recommendation),
  });
}
