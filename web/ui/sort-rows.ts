import { compareText } from '../../domain/text/compare.ts';

export type SortOrder = 'asc' | 'desc';

export interface Sort {
  readonly column: string;
  readonly order: SortOrder;
}

/** Rows by a value; those without one (null) come last whatever the order, equal ones stay as they were. */
export function sortRows<Row>(
  rows: readonly Row[],
  value: (row: Row) => number | string | null,
  order: SortOrder,
): readonly Row[] {
  const direction = order === 'asc' ? 1 : -1;
  return rows
    .map((row) => ({ row, at: value(row) }))
    .sort(({ at: a }, { at: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      return direction * (typeof a === 'string' ? compareText(a, String(b)) : a - Number(b));
    })
    .map(({ row }) => row);
}
