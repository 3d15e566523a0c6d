import type { AlignmentMatrix } from '../../contract/alignment-matrix.ts';
import { sortRows } from '../ui/sort-rows.ts';
import type { CompanySort, ItemSort } from './matrix-view.ts';

/** How many cells count, and how many of them are in the top band. */
interface Counted {
  readonly applicable: number;
  readonly aligned: number;
}

/** The share of cells that are not aligned, 0–1; null: none counts. */
export const gapShare = ({ applicable, aligned }: Counted): number | null =>
  applicable === 0 ? null : (applicable - aligned) / applicable;

/**
 * The places of the companies in the order that is wanted: by name, or with the largest gap or amount first. Equal ones
 * stand by name, those without any cell last.
 */
export function companyOrder(companies: AlignmentMatrix['companies'], sort: CompanySort): readonly number[] {
  return sort === 'name' ? [...companies.keys()] : largestFirst(companies, sort);
}

/** The same of the stack items; equal ones stand as in the stack. */
export function itemOrder(items: AlignmentMatrix['stackItems'], sort: ItemSort): readonly number[] {
  if (sort === 'stack') return [...items.keys()];
  if (sort === 'name') return sortRows([...items.keys()], (at) => items[at]!.name, 'asc');
  return largestFirst(items, sort);
}

interface Figures extends Counted {
  readonly mrr: number;
  readonly oneTime: number;
}

function largestFirst(entries: readonly Figures[], sort: 'gap' | 'amount'): readonly number[] {
  const figureOf = (at: number) => {
    const entry = entries[at]!;
    return sort === 'gap' ? gapShare(entry) : entry.mrr + entry.oneTime;
  };
  return sortRows([...entries.keys()], figureOf, 'desc');
}
