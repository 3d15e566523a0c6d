import { fraction } from '../money/fraction.ts';
import { alignmentRatios, cellAlignment, type Ratio, ratioNumber } from '../portfolio/alignment-percent.ts';
import { type BandBounds, bandBounds, bandIndex } from '../portfolio/bands.ts';
import { ALIGNED, COUNTS } from '../portfolio/column-arrays.ts';
import { cellAt, type Portfolio } from '../portfolio/columns.ts';
import type { Cents, Day } from '../portfolio/values.ts';
import type { DashboardRequest } from './query.ts';
import { opportunityColumns, type Sums, sumUp } from './sums.ts';

/** Stack items × the dashboard's companies, column by column (docs/product.md §6, "Stack Alignment Overview"). */
export interface AlignmentMatrix {
  readonly asOf: Day;
  readonly currency: string;
  readonly bands: readonly { readonly name: string; readonly color: string; readonly from: number }[];
  /** By name then id; the opportunity and alignment over the stack items that count. */
  readonly companies: readonly (MatrixCount & {
    readonly id: string;
    readonly name: string;
    readonly alignment: number | null;
  })[];
  /** In the order of the definitions, without retired ones. */
  readonly stackItems: readonly MatrixItem[];
  readonly totals: MatrixCount;
}

/** Sums over cells, the number of those that count, and of those in the top band. */
interface MatrixCount {
  readonly mrr: Cents;
  readonly oneTime: Cents;
  readonly applicable: number;
  readonly aligned: number;
}

export interface MatrixItem extends MatrixCount {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly cells: MatrixCells;
}

/** One entry per company; all 0, and band NOT_COUNTED, where the cell is in no figure. */
export interface MatrixCells {
  /** Index into the matrix's bands. */
  readonly band: readonly number[];
  readonly alignment: readonly number[];
  readonly mrr: readonly Cents[];
  readonly oneTime: readonly Cents[];
}

export const NOT_COUNTED = -1;

/** The matrix of one viewer, over the same companies and with the same sums as the dashboard of the request. */
export function alignmentMatrix(portfolio: Portfolio, request: DashboardRequest): AlignmentMatrix {
  const sums = sumUp(portfolio, request);
  const { definitions } = portfolio;
  const shown = [...sums.stackItems]
    .filter((item) => !definitions.stackItems[item]!.retired)
    .sort((a, b) => a - b);
  const items = shown.map((item) => matrixItem(sums, item));
  const total = (part: keyof MatrixCount) => items.reduce((sum, item) => sum + item[part], 0);
  return {
    asOf: request.asOf,
    currency: definitions.workspace.currency,
    bands: definitions.alignmentBands.map(({ name, color, from }) => ({ name, color, from: Number(from) })),
    companies: matrixCompanies(sums, shown),
    stackItems: items,
    totals: {
      mrr: total('mrr'),
      oneTime: total('oneTime'),
      applicable: total('applicable'),
      aligned: total('aligned'),
    },
  };
}

function matrixCompanies(
  { portfolio, slots, byCompany, onlyItems }: Sums,
  items: readonly number[],
): AlignmentMatrix['companies'] {
  const howMany = (slot: number, bit: number) =>
    items.filter((item) => (portfolio.cell.standing[cellAt(portfolio, slot, item)]! & bit) !== 0).length;
  const ratios: readonly (Ratio | null)[] = alignmentRatios(portfolio, slots, onlyItems);
  return Array.from(slots, (slot, at) => ({
    id: portfolio.ids[slot]!,
    name: portfolio.names[slot]!,
    mrr: byCompany.mrr[at]!,
    oneTime: byCompany.oneTime[at]!,
    alignment: ratios[at] ? ratioNumber(ratios[at]) : null,
    applicable: howMany(slot, COUNTS),
    aligned: howMany(slot, ALIGNED),
  }));
}

function matrixItem({ portfolio, request, slots, byItem }: Sums, item: number): MatrixItem {
  const { id, name, category, tags } = portfolio.definitions.stackItems[item]!;
  const opportunity = opportunityColumns(portfolio.cell, request.query.weighted);
  const first = cellAt(portfolio, 0, item);
  const pick = (column: Float64Array) => Array.from(slots, (slot) => column[first + slot]!);
  const counts = (slot: number) => (portfolio.cell.standing[first + slot]! & COUNTS) !== 0;
  const bandAt = bandOfCell(portfolio, item);
  return {
    id,
    name,
    category,
    tags,
    mrr: byItem.mrr[item]!,
    oneTime: byItem.oneTime[item]!,
    applicable: byItem.applicable[item]!,
    aligned: byItem.aligned[item]!,
    cells: {
      band: Array.from(slots, (slot) => (counts(slot) ? bandAt(slot) : NOT_COUNTED)),
      alignment: Array.from(slots, (slot) => (counts(slot) ? cellAlignment(portfolio, slot, item) : 0)),
      mrr: pick(opportunity.mrr),
      oneTime: pick(opportunity.oneTime),
    },
  };
}

/** The band that a company's cell of the item falls in, by its exact alignment. */
function bandOfCell(portfolio: Portfolio, item: number): (slot: number) => number {
  const { definitions, cell, scale, fineAlignments } = portfolio;
  const bounds = bandBounds(definitions.alignmentBands);
  const least = scaledBounds(bounds, scale.alignment);
  const first = cellAt(portfolio, 0, item);
  return (slot) => {
    const fine = fineAlignments.get(slot);
    if (fine) return bandIndex(bounds, fine[item]!);
    const alignment = cell.alignment[first + slot]!;
    let band = 0;
    for (let i = 1; i < least.length; i++) if (alignment >= least[i]!) band = i;
    return band;
  };
}

/** The least whole number of the alignment column that is in each band. */
function scaledBounds(bounds: BandBounds, factor: number): number[] {
  const scale = fraction(factor).n;
  return bounds.map(({ n, d }) => Number((n * scale + d - 1n) / d));
}
