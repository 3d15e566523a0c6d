import type { CompanyScope } from '../access/company-scope.ts';
import type { Grants } from '../access/grants.ts';
import type { Quadrant } from '../portfolio/definitions.ts';
import type { Day } from '../portfolio/values.ts';
import type { ValueKind } from '../segments/midpoint.ts';

export const RANKS = ['opportunity', 'mrr', 'alignment'] as const;
/** What puts a company among the top ten: most opportunity, most MRR, or least aligned. */
export type Rank = (typeof RANKS)[number];

export type Segment = Quadrant | 'not_placed';

/**
 * What the dashboard is asked, under the names of its parameters (docs/interfaces.md, "GET /api/v1/dashboard"). Values
 * within one filter are OR, filters are AND, an empty list filters nothing.
 */
export interface DashboardQuery {
  readonly company: readonly string[];
  /** Names of statuses. */
  readonly health: readonly string[];
  /** User ids. */
  readonly accountManager: readonly string[];
  readonly accountGroup: readonly string[];
  /** By the chosen `value`. */
  readonly segment: readonly Segment[];
  readonly tag: readonly string[];
  /** Only cells of these stack items count; no company drops out. */
  readonly stackItem: readonly string[];
  /** The company of the tile, seen whatever the filters. */
  readonly selected: string | null;
  readonly value: ValueKind;
  readonly rank: Rank;
  /** Recommendation lines times their win probability. */
  readonly weighted: boolean;
}

export const WHOLE_DASHBOARD: DashboardQuery = {
  company: [],
  health: [],
  accountManager: [],
  accountGroup: [],
  segment: [],
  tag: [],
  stackItem: [],
  selected: null,
  value: 'total',
  rank: 'opportunity',
  weighted: false,
};

/** A query with what else decides the answer: the viewer's companies, who looks after which, and the day. */
export interface DashboardRequest {
  /** Replaced as a whole when anything in them changes, never changed in place: bitmaps are kept by their identity. */
  readonly grants: Grants;
  readonly scope: CompanyScope;
  readonly query: DashboardQuery;
  readonly asOf: Day;
}
