import { sql } from 'kysely';
import type { Recommendation } from '../../contract/recommendations.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { setCells } from '../alignment/set-cells.ts';
import { storedCells } from '../alignment/stored-cells.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { completionOf } from './completion.ts';
import { readRecommendation } from './read-recommendations.ts';
import { recommendationToChange } from './recommendation-change.ts';

interface Completing {
  readonly status?: string | undefined;
  /** Whose cells are set. */
  readonly stackItems: readonly string[];
}

/**
 * Completes a recommendation and makes the opportunity product the current one, fully aligned, in the cells named
 * (docs/product.md §7). Refuses a status that does not mean completed, and cells that are none of its lines' or cannot be
 * set (`unprocessable`).
 */
export async function completeRecommendation(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  { status, stackItems }: Completing,
  ifMatch: string | undefined,
): Promise<Recommendation> {
  const { workspace, user, loaded } = viewer;
  const recommendation = await recommendationToChange(tx, viewer, { company, id }, ifMatch);
  const { statuses, cells } = await completionOf(tx, viewer, recommendation);
  const completed = status ?? statuses[0];
  if (completed === undefined || !statuses.includes(completed))
    throw new Refusal(
      'unprocessable',
      `Field "status" is "${completed ?? ''}"; expected a status that means completed: ${statuses.join(', ') || 'the workspace has none'}.`,
    );
  for (const item of new Set(stackItems)) {
    const cell = cells.find(({ stackItem }) => stackItem.id === item);
    const problem = cell ? cell.problem : 'no line of the recommendation is for it';
    if (!cell || problem !== null)
      throw new Refusal('unprocessable', `Field "stackItems" has "${item}": ${problem}.`);
    const stackItem = loaded.definitions.stackItems.find((known) => known.id === item)!;
    await setCells(
      tx,
      { workspace, user: user.id, on: loaded.asOf },
      await storedCells(tx, [{ company, stackItem }]),
      {
        ...(cell.newProduct ? { currentProduct: cell.newProduct.id } : {}),
        alignment: cell.newAlignment,
        mrrOpportunity: null,
        oneTimeOpportunity: null,
      },
    );
  }
  await sql`update recommendations set status = ${completed}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'complete recommendation',
    company,
    subject: id,
    before: { status: recommendation.status },
    after: { status: completed },
  });
  return readRecommendation(tx, loaded.definitions, company, id);
}
