import type { Cents, Day, Decimal } from './values.ts';

/** What holds for the whole workspace: its settings, stack, metrics and bands, with every default filled in. */
export interface Definitions {
  readonly workspace: WorkspaceSettings;
  readonly stackItems: readonly StackItem[];
  readonly recommendationStatuses: readonly RecommendationStatus[];
  readonly excludedVendors: ReadonlySet<string>;
  /** By currency: what one unit of it is worth in the workspace's. That of the workspace's own counts for nothing. */
  readonly exchangeRates: ReadonlyMap<string, Decimal>;
  readonly healthMetrics: readonly Metric[];
  readonly effortMetrics: readonly Metric[];
  /** Each list from the lowest band up; the first starts at 0. */
  readonly healthBands: readonly Band[];
  readonly effortBands: readonly Band[];
  readonly alignmentBands: readonly Band[];
  /** In the order HV/LE, HV/HE, LV/LE, LV/HE. */
  readonly segments: readonly SegmentDefinition[];
}

export interface WorkspaceSettings {
  readonly name: string;
  readonly currency: string;
  /** The fixed "today" of a demo, else null. */
  readonly asOf: Day | null;
  /** IANA name; days begin and end there. */
  readonly timeZone: string;
  readonly effortMidpoint: Decimal;
  /** Null: the median of the current clients. */
  readonly valueMidpoint: Cents | null;
  readonly seatValueMidpoint: Cents | null;
  /** Percent; below it a company's status is "No score". */
  readonly minimumCoverage: Decimal;
  /** What was set in an alignment cell longer ago than this is marked as stale. */
  readonly alignmentStaleAfterDays: number;
}

export interface Band {
  readonly name: string;
  /** Lower bound, inclusive. */
  readonly from: Decimal;
  readonly color: string;
}

export const QUADRANTS = [
  'high_value_low_effort',
  'high_value_high_effort',
  'low_value_low_effort',
  'low_value_high_effort',
] as const;
export type Quadrant = (typeof QUADRANTS)[number];

export interface SegmentDefinition {
  readonly quadrant: Quadrant;
  readonly name: string;
  readonly description: string;
}

export interface StackItem {
  readonly id: string;
  readonly name: string;
  readonly definition: string | null;
  readonly category: string | null;
  readonly order: Decimal | null;
  readonly tags: readonly string[];
  readonly weight: Decimal;
  readonly agreementInclusionDefault: boolean;
  readonly anyOneOf: string | null;
  readonly retired: boolean;
  /** By key, in code-point order. */
  readonly products: readonly Product[];
}

export type Standing = 'preferred' | 'supported' | 'other';

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
  readonly productCodes: readonly string[];
  readonly mrr: PriceBook;
  readonly oneTime: PriceBook;
}

/** A missing price is null and counts as 0. */
export interface PriceBook {
  readonly perCompany: Cents | null;
  readonly perSeat: Cents | null;
  readonly perLocation: Cents | null;
}

export interface RecommendationStatus {
  readonly name: string;
  readonly state: 'not_started' | 'started' | 'completed' | 'declined';
  readonly color: string | null;
  readonly order: Decimal | null;
}

export const COMPUTED_FACTS = [
  'employees',
  'locations',
  'mrr',
  'tickets_per_month',
  'tickets_per_seat',
  'support_hours_per_month',
  'support_hours_per_seat',
  'special_sla',
  'alignment',
  'csat',
  'days_to_renewal',
  'days_since_meeting',
] as const;
export type ComputedFact = (typeof COMPUTED_FACTS)[number];

interface MetricBase {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly icon: string | null;
  readonly maxScore: Decimal;
  readonly weight: Decimal;
  readonly staleAfterDays: number | null;
  readonly order: Decimal | null;
  /** In no score; what companies have of it is kept. */
  readonly retired: boolean;
}
export type Metric = MetricBase &
  (
    | { readonly kind: 'custom'; readonly choices: readonly Choice[] }
    /** `template` null: any assessment. */
    | { readonly kind: 'assessment'; readonly template: string | null }
    | { readonly kind: 'csat' }
    | { readonly kind: 'computed'; readonly fact: ComputedFact; readonly bands: readonly PointsBand[] }
  );

export interface Choice {
  readonly points: Decimal;
  readonly label: string;
}

/** A fact ≤ upTo gets the points; the last band has no limit (null). */
export interface PointsBand {
  readonly upTo: Decimal | null;
  readonly points: Decimal;
}
