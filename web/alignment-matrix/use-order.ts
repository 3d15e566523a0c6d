import { useState } from 'react';
import type { AlignmentMatrix } from '../../contract/alignment-matrix.ts';
import type { Order } from './axes.ts';
import { companyOrder, itemOrder } from './matrix-order.ts';
import { type MatrixView, matrixSearch } from './matrix-view.ts';

interface KeptOrder extends Order {
  /** Changes whenever places mean other companies or stack items than before. */
  readonly version: number;
}

interface Kept {
  readonly view: string;
  readonly matrix: AlignmentMatrix;
  readonly order: KeptOrder;
}

/**
 * In which order companies and stack items stand. It is made when the view changes and kept while only figures do, so that
 * nothing moves away under a person who edits it. `settled`: the matrix is that of the view, not of the one before.
 */
export function useOrder(matrix: AlignmentMatrix, view: MatrixView, settled: boolean): KeptOrder {
  const viewKey = JSON.stringify(matrixSearch({ ...view, ribbon: false, swapped: false }));
  const [kept, setKept] = useState<Kept>(() => ({ view: viewKey, matrix, order: orderOf(matrix, view, 0) }));
  if (kept.matrix === matrix && (kept.view === viewKey || !settled)) return kept.order;
  const stays = (kept.view === viewKey || !settled) && isSameSet(kept.matrix, matrix);
  const order = stays ? kept.order : orderOf(matrix, view, kept.order.version + 1);
  setKept({ view: settled ? viewKey : kept.view, matrix, order });
  return order;
}

const orderOf = (matrix: AlignmentMatrix, view: MatrixView, version: number): KeptOrder => ({
  companies: companyOrder(matrix.companies, view.sortCompanies),
  items: itemOrder(matrix.stackItems, view.sortItems),
  version,
});

/** Whether the places of both mean the same companies and stack items. */
function isSameSet(a: AlignmentMatrix, b: AlignmentMatrix): boolean {
  const same = (one: readonly { id: string }[], other: readonly { id: string }[]) =>
    one.length === other.length && one.every(({ id }, at) => id === other[at]!.id);
  return same(a.companies, b.companies) && same(a.stackItems, b.stackItems);
}
