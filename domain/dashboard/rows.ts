import type { Quadrant } from '../portfolio/definitions.ts';
import type { Cents } from '../portfolio/values.ts';

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
  readonly figure: Figure | null;
}

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
