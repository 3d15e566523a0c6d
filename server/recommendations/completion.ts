import type { Completion, Recommendation } from '../../contract/recommendations.ts';
import { completedCell } from '../../domain/recommendations/completed-cell.ts';
import { statusesOf } from '../../domain/recommendations/status.ts';
import type { Viewer } from '../access/viewer.ts';
import { explainCompanyTo } from '../companies/explain-company.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** What completing a recommendation would do to the cells of its lines' stack items, each once. */
export async function completionOf(
  tx: Tx,
  viewer: Pick<Viewer, 'loaded'>,
  { company, lines }: Recommendation,
): Promise<Completion> {
  const explained = await explainCompanyTo(tx, viewer, company.id);
  const items = new Set(lines.flatMap(({ stackItem }) => (stackItem ? [stackItem.id] : [])));
  return {
    statuses: statusesOf(viewer.loaded.definitions.recommendationStatuses, 'completed'),
    cells: explained.alignment.cells
      .filter(({ stackItem }) => items.has(stackItem.id))
      .map((cell) => ({
        stackItem: cell.stackItem,
        currentProduct: named(cell.currentProduct),
        newProduct: named(completedCell(cell).newProduct),
        alignment: cell.alignment,
        newAlignment: 100,
        mrrOpportunity: cell.mrrOpportunity.amount,
        oneTimeOpportunity: cell.oneTimeOpportunity.amount,
        problem: completedCell(cell).problem,
      })),
  };
}

const named = (product: { readonly id: string; readonly name: string } | null) =>
  product && { id: product.id, name: product.name };
