import { canSee } from '../access/company-scope.ts';
import { cellAlignment } from '../portfolio/alignment-percent.ts';
import { ALIGNED, COUNTS, known } from '../portfolio/column-arrays.ts';
import { cellAt, type Portfolio } from '../portfolio/columns.ts';
import { QUADRANTS, type Quadrant } from '../portfolio/definitions.ts';
import { placement, valueAt } from '../portfolio/placement.ts';
import type { Cents } from '../portfolio/values.ts';
import type { DashboardRequest } from './query.ts';
import { topCustomers } from './stack-by-customer.ts';
import { healthStatuses } from './statuses.ts';
import { opportunityColumns, type Sums, sumUp } from './sums.ts';

export const ELEMENTS = [
  'segments',
  'health',
  'opportunityByHealth',
  'stackByCustomer',
  'stackOpportunity',
  'stackAlignment',
] as const;
export type Element = (typeof ELEMENTS)[number];

export const FIGURES = [
  'mrr',
  'oneTime',
  'mrrOpportunity',
  'oneTimeOpportunity',
  'total',
  'alignment',
  'aligned',
] as const;
export type Figure = (typeof FIGURES)[number];

/** Which slice, bar or dot of the dashboard to open. Null: not said. */
export interface Opening {
  readonly element: Element;
  /** Quadrant id or not_placed, status, company id, tag ('' untagged) or stack item id; null: all of the element. */
  readonly slice: string | null;
  /** Stack Opportunity only: an item, within the tag if there is one. */
  readonly item: string | null;
  /**
   * `mrr` is the current MRR in Stack by Customer and Stack Alignment, where opportunity has a name of its own, and
   * the MRR opportunity elsewhere; `oneTime` likewise. Null: the total opportunity, or the number of companies.
   */
  readonly figure: Figure | null;
}

/** A company behind a figure. */
export interface CompanyRow {
  readonly id: string;
  readonly name: string;
  /** By the query's `value`; cents, per seat not rounded. */
  readonly value: number | null;
  readonly mrr: Cents;
  readonly employees: number | null;
  readonly health: number | null;
  readonly status: string;
  readonly effort: number | null;
  /** Null: not placed. */
  readonly quadrant: Quadrant | null;
  readonly mrrOpportunity: Cents;
  readonly oneTimeOpportunity: Cents;
  readonly total: Cents;
}

/** A company's stack item behind a figure. */
export interface CellRow {
  readonly company: { readonly id: string; readonly name: string };
  readonly stackItem: { readonly id: string; readonly name: string };
  /** 0–100. */
  readonly alignment: number;
  readonly aligned: boolean;
  readonly currentMrr: Cents;
  readonly mrrOpportunity: Cents;
  readonly oneTimeOpportunity: Cents;
  readonly total: Cents;
}

/** What `GET /api/v1/dashboard/rows` answers; revenue rows are named here and filled in from the rules that explain it. */
export type Rows =
  | {
      readonly kind: 'companies';
      readonly rows: readonly CompanyRow[];
      readonly totals: {
        readonly companies: number;
        readonly mrrOpportunity: Cents;
        readonly oneTimeOpportunity: Cents;
        readonly total: Cents;
      };
    }
  | {
      readonly kind: 'cells';
      readonly rows: readonly CellRow[];
      readonly totals: {
        readonly cells: number;
        readonly currentMrr: Cents;
        readonly mrrOpportunity: Cents;
        readonly oneTimeOpportunity: Cents;
        readonly total: Cents;
        readonly aligned: number;
      };
    }
  /** The figure is a company's own revenue: its rows are the contracts and lines that explain it. */
  | { readonly kind: 'revenue'; readonly company: string; readonly figure: 'mrr' | 'oneTime' };

type CompanyRows = Extract<Rows, { kind: 'companies' }>;
type CellRows = Extract<Rows, { kind: 'cells' }>;

/**
 * The rows behind one slice, bar or dot, whose sum is the figure that the dashboard shows for the same request. Behind
 * a number of companies stand these; behind the opportunity of a status its companies, the largest first; behind any
 * other opportunity or current MRR the cells that add to it, the largest first; behind an alignment or a share of
 * aligned companies every cell that counts, the least aligned first.
 */
export function dashboardRows(portfolio: Portfolio, request: DashboardRequest, opening: Opening): Rows {
  const { slice, figure } = opening;
  if (opening.element === 'stackByCustomer' && slice !== null && (figure === 'mrr' || figure === 'oneTime')) {
    return { kind: 'revenue', company: slice, figure };
  }
  const sums = sumUp(portfolio, request);
  switch (opening.element) {
    case 'segments':
    case 'health':
    case 'opportunityByHealth':
      return companyRows(sums, opening);
    case 'stackByCustomer':
      return cellRows(sums, customerSlots(sums, slice), [...sums.stackItems], opening);
    case 'stackOpportunity':
    case 'stackAlignment':
      return cellRows(sums, [...sums.slots], openedItems(sums, opening), opening);
  }
}

function companyRows(sums: Sums, opening: Opening): CompanyRows {
  const inSlice = companyTest(sums, opening);
  const positions = [...sums.slots.keys()].filter((at) => inSlice(sums.slots[at]!));
  const rows = positions.map((at) => companyRow(sums, at));
  if (opening.element === 'opportunityByHealth') {
    const measure = opportunityMeasure(opening);
    rows.sort((a, b) => b[measure] - a[measure]);
  }
  return { kind: 'companies', rows, totals: { companies: rows.length, ...opportunityOf(rows) } };
}

function companyTest({ portfolio, request }: Sums, { element, slice }: Opening): (slot: number) => boolean {
  if (slice === null) return () => true;
  if (element === 'segments') {
    const placed = placement(portfolio, request.query.value);
    const wanted =
      slice === 'not_placed' ? QUADRANTS.length : (QUADRANTS as readonly string[]).indexOf(slice);
    return (slot) => placed[slot] === wanted;
  }
  const statuses = healthStatuses(portfolio.definitions);
  return (slot) => statuses[portfolio.company.status[slot]!]!.name === slice;
}

function companyRow({ portfolio, request, slots, byCompany }: Sums, at: number): CompanyRow {
  const { ids, names, company, definitions } = portfolio;
  const slot = slots[at]!;
  const kind = request.query.value;
  const [mrr, oneTime] = [byCompany.mrr[at]!, byCompany.oneTime[at]!];
  return {
    id: ids[slot]!,
    name: names[slot]!,
    value: valueAt(portfolio, slot, kind),
    mrr: company.mrr[slot]!,
    employees: known(company.employees, slot),
    health: known(company.health, slot),
    status: healthStatuses(definitions)[company.status[slot]!]!.name,
    effort: known(company.effort, slot),
    quadrant: QUADRANTS[placement(portfolio, kind)[slot]!] ?? null,
    mrrOpportunity: mrr,
    oneTimeOpportunity: oneTime,
    total: mrr + oneTime,
  };
}

/** The company asked for, whatever the filters, if the viewer sees it; else the top ten. */
function customerSlots(sums: Sums, company: string | null): number[] {
  if (company === null) return topCustomers(sums).map((at) => sums.slots[at]!);
  const slot = sums.portfolio.slots.get(company);
  return slot === undefined || !canSee(sums.request.scope, company) ? [] : [slot];
}

function openedItems({ portfolio, stackItems }: Sums, { element, slice, item }: Opening): number[] {
  const wanted = element === 'stackAlignment' ? slice : item;
  return [...stackItems].filter((index) => {
    const { id, tags } = portfolio.definitions.stackItems[index]!;
    if (wanted !== null && wanted !== id) return false;
    if (element === 'stackAlignment' || slice === null) return true;
    return slice === '' ? tags.length === 0 : tags.includes(slice);
  });
}

function cellRows(
  sums: Sums,
  slots: readonly number[],
  items: readonly number[],
  opening: Opening,
): CellRows {
  const rankOf = cellRank(sums, opening);
  const found: { slots: number[]; items: number[]; ranks: number[] } = { slots: [], items: [], ranks: [] };
  for (const slot of slots) {
    for (const item of items) {
      const rank = rankOf(slot, item);
      if (rank === null) continue;
      found.slots.push(slot);
      found.items.push(item);
      found.ranks.push(rank);
    }
  }
  const row = cellRowOf(sums);
  const rows = [...found.ranks.keys()]
    .sort((a, b) => found.ranks[a]! - found.ranks[b]!)
    .map((i) => row(found.slots[i]!, found.items[i]!));
  const currentMrr = rows.reduce((sum, cell) => sum + cell.currentMrr, 0);
  const aligned = rows.filter((cell) => cell.aligned).length;
  return { kind: 'cells', rows, totals: { cells: rows.length, currentMrr, ...opportunityOf(rows), aligned } };
}

/** Where a cell stands among the rows, the smallest number first; null for one that adds nothing to the figure. */
function cellRank(
  { portfolio, request }: Sums,
  opening: Opening,
): (slot: number, item: number) => number | null {
  const { element, figure } = opening;
  const { cell } = portfolio;
  if (figure === 'alignment' || figure === 'aligned') {
    return (slot, item) =>
      cell.standing[cellAt(portfolio, slot, item)]! & COUNTS ? cellAlignment(portfolio, slot, item) : null;
  }
  const { mrr, oneTime } = opportunityColumns(cell, request.query.weighted);
  const measure = opportunityMeasure(opening);
  if (measure === 'total') {
    // A credit in one half of a total can cancel the other: such a cell still belongs to it.
    return (slot, item) => {
      const at = cellAt(portfolio, slot, item);
      return mrr[at] === 0 && oneTime[at] === 0 ? null : -(mrr[at]! + oneTime[at]!);
    };
  }
  const revenue = element === 'stackAlignment' && figure === 'mrr' ? cell.currentMrr : null;
  const column = revenue ?? (measure === 'mrrOpportunity' ? mrr : oneTime);
  return (slot, item) => -column[cellAt(portfolio, slot, item)]! || null;
}

function cellRowOf({ portfolio, request }: Sums): (slot: number, item: number) => CellRow {
  const { ids, names, cell, definitions } = portfolio;
  const { mrr, oneTime } = opportunityColumns(cell, request.query.weighted);
  const stackItems = definitions.stackItems.map(({ id, name }) => ({ id, name }));
  return (slot, item) => {
    const at = cellAt(portfolio, slot, item);
    return {
      company: { id: ids[slot]!, name: names[slot]! },
      stackItem: stackItems[item]!,
      alignment: cellAlignment(portfolio, slot, item),
      aligned: (cell.standing[at]! & ALIGNED) !== 0,
      currentMrr: cell.currentMrr[at]!,
      mrrOpportunity: mrr[at]!,
      oneTimeOpportunity: oneTime[at]!,
      total: mrr[at]! + oneTime[at]!,
    };
  };
}

function opportunityMeasure({ figure }: Opening): 'mrrOpportunity' | 'oneTimeOpportunity' | 'total' {
  if (figure === 'mrr' || figure === 'mrrOpportunity') return 'mrrOpportunity';
  return figure === 'oneTime' || figure === 'oneTimeOpportunity' ? 'oneTimeOpportunity' : 'total';
}

function opportunityOf(rows: readonly (CompanyRow | CellRow)[]) {
  const mrrOpportunity = rows.reduce((sum, row) => sum + row.mrrOpportunity, 0);
  const oneTimeOpportunity = rows.reduce((sum, row) => sum + row.oneTimeOpportunity, 0);
  return { mrrOpportunity, oneTimeOpportunity, total: mrrOpportunity + oneTimeOpportunity };
}
