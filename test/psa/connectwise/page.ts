import type { Condition, Row } from './condition.ts';
import type { RowList } from './lists.ts';

/** A page of a list, and the parameters with which the next and the last one are asked for. */
export interface FakePage {
  readonly rows: readonly Row[];
  readonly next: Readonly<Record<string, number>> | null;
  readonly last: number | null;
}

export interface Paging {
  /** As ConnectWise has it: 25 if nothing is said, 1000 at most. */
  readonly pageSize: number;
  readonly condition: Condition;
}

export function pageSizeOf(typed: string | null): number {
  const size = Number(typed ?? 25);
  return Number.isSafeInteger(size) && size > 0 ? Math.min(size, 1000) : 25;
}

/** Page 1, 2, …; the order is by id unless `backwards`. */
export function numberedPage(
  { ids, row }: RowList,
  { pageSize, condition }: Paging,
  page: number,
  backwards: boolean,
): FakePage {
  const taken = ids.map((id) => row(id)).filter(condition);
  if (backwards) taken.reverse();
  const pages = Math.max(1, Math.ceil(taken.length / pageSize));
  return {
    rows: taken.slice((page - 1) * pageSize, page * pageSize),
    next: page < pages ? { page: page + 1 } : null,
    last: pages,
  };
}

/** What has a greater id than the last row of the page before. */
export function forwardPage({ ids, row }: RowList, { pageSize, condition }: Paging, after: number): FakePage {
  const rows: Row[] = [];
  for (let at = firstAfter(ids, after); at < ids.length; at++) {
    const candidate = row(ids[at]!);
    if (!condition(candidate)) continue;
    if (rows.length === pageSize) return { rows, next: { pageId: Number(rows.at(-1)!.id) }, last: null };
    rows.push(candidate);
  }
  return { rows, next: null, last: null };
}

function firstAfter(ids: readonly number[], after: number): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ids[middle]! <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
