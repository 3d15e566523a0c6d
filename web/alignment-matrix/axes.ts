import type { AlignmentMatrix } from '../../contract/alignment-matrix.ts';

/** A company or a stack item at the head of a row or column, with its figures over the cells that count. */
export interface Head {
  readonly kind: 'company' | 'stackItem';
  /** Its place among the matrix's companies or stack items. */
  readonly at: number;
  readonly id: string;
  readonly name: string;
  readonly mrr: number;
  readonly oneTime: number;
  /** 0–100: of a company its alignment, of a stack item the share of companies that are aligned; null: no cell counts. */
  readonly alignment: number | null;
  readonly applicable: number;
  readonly aligned: number;
}

/** One cell of the matrix; band -1: it is in no figure. */
export interface MatrixCell {
  readonly band: number;
  readonly alignment: number;
  readonly mrr: number;
  readonly oneTime: number;
}

/** The matrix as it lies on the screen. */
export interface Axes {
  readonly rows: readonly Head[];
  readonly columns: readonly Head[];
  cell(row: number, column: number): MatrixCell;
}

/** In which order companies and stack items stand, by their places in the matrix. */
export interface Order {
  readonly companies: readonly number[];
  readonly items: readonly number[];
}

/** Lays the matrix out: companies down and stack items across, or swapped. */
export function axesOf(matrix: AlignmentMatrix, order: Order, swapped: boolean): Axes {
  const companies = order.companies.map((at) => companyHead(matrix, at));
  const items = order.items.map((at) => itemHead(matrix, at));
  const cellOf = (company: Head, item: Head): MatrixCell => {
    const { band, alignment, mrr, oneTime } = matrix.stackItems[item.at]!.cells;
    const { at } = company;
    return { band: band[at]!, alignment: alignment[at]!, mrr: mrr[at]!, oneTime: oneTime[at]! };
  };
  return swapped
    ? {
        rows: items,
        columns: companies,
        cell: (row, column) => cellOf(companies[column]!, items[row]!),
      }
    : {
        rows: companies,
        columns: items,
        cell: (row, column) => cellOf(companies[row]!, items[column]!),
      };
}

function companyHead({ companies }: AlignmentMatrix, at: number): Head {
  return { kind: 'company', at, ...companies[at]! };
}

function itemHead({ stackItems }: AlignmentMatrix, at: number): Head {
  const { id, name, mrr, oneTime, applicable, aligned } = stackItems[at]!;
  const alignment = alignedPercent({ applicable, aligned });
  return { kind: 'stackItem', at, id, name, mrr, oneTime, alignment, applicable, aligned };
}

/** The share of the cells that count which are aligned, 0–100; null: none counts. */
export const alignedPercent = ({
  applicable,
  aligned,
}: Pick<Head, 'applicable' | 'aligned'>): number | null =>
  applicable === 0 ? null : (aligned * 100) / applicable;

/** The company and the stack item of two heads that cross. */
export function crossing(one: Head, other: Head): { readonly company: Head; readonly stackItem: Head } {
  return one.kind === 'company' ? { company: one, stackItem: other } : { company: other, stackItem: one };
}
