import type { Cents, Day, Decimal } from './values.ts';

/** Everything stored about one company that its figures rest on. Null: never set (the rules know the default). */
export interface CompanyFacts {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  readonly owner: string | null;
  readonly tags: readonly string[];
  readonly mrrOverride: Cents | null;
  readonly oneTimeOverride: Cents | null;
  readonly employeesSynced: number | null;
  readonly employeesOverride: number | null;
  readonly locations: number | null;
  /** How many contact rows there are, and how many of them are active. */
  readonly contacts: { readonly total: number; readonly active: number };
  readonly contracts: readonly Contract[];
  readonly alignments: readonly Alignment[];
  readonly recommendations: readonly Recommendation[];
  readonly healthScores: readonly MetricScore[];
  readonly effortScores: readonly MetricScore[];
  readonly healthOverrides: readonly HealthOverride[];
  readonly facts: readonly Fact[];
  readonly csat: readonly CsatResponse[];
  readonly assessments: readonly Assessment[];
  readonly meetings: readonly { readonly date: Day; readonly status: 'planned' | 'held' | 'cancelled' }[];
}

export const STAGES = [
  'prospect',
  'sales',
  'ice',
  'agreement',
  'onboarding',
  'active',
  'offboarded',
] as const;
export type Stage = (typeof STAGES)[number];

export const CYCLES = [
  'weekly',
  'biweekly',
  'monthly',
  'bimonthly',
  'quarterly',
  'semiannual',
  'annual',
  'biennial',
  'triennial',
  'onetime',
] as const;
export type Cycle = (typeof CYCLES)[number];

export interface Contract {
  readonly id: string;
  readonly name: string;
  /** Null: the MSP itself. */
  readonly vendor: string | null;
  readonly status: 'active' | 'inactive';
  readonly start: Day | null;
  readonly end: Day | null;
  readonly cycle: Cycle | null;
  readonly amount: Cents | null;
  readonly currency: string | null;
  readonly revenueFrom: 'header' | 'lines' | null;
  readonly excluded: boolean;
  /** What the system that it comes from calls its billing period, where nobody has said what that means; read where `cycle` is null. */
  readonly unmappedCycle: string | null;
  readonly lines: readonly ContractLine[];
}

export interface ContractLine {
  readonly id: string;
  readonly description: string | null;
  readonly productCode: string | null;
  readonly vendor: string | null;
  readonly quantity: Decimal | null;
  readonly unitPrice: Cents | null;
  readonly cycle: Cycle | null;
  readonly start: Day | null;
  readonly cancelledOn: Day | null;
  /** As a contract's. */
  readonly unmappedCycle: string | null;
}

/** One stored alignment cell: what was typed by hand; null fields follow the rules. */
export interface Alignment {
  readonly stackItem: string;
  readonly applicable: boolean | null;
  /** A product's id, or the word "none" for "typed: none". */
  readonly currentProduct: string | null;
  readonly opportunityProduct: string | null;
  readonly alignment: Decimal | null;
  readonly agreementInclusion: boolean | null;
  readonly mrrOpportunity: Cents | null;
  readonly oneTimeOpportunity: Cents | null;
  readonly currentMrr: Cents | null;
  readonly setOn: Day | null;
  readonly setBy: string | null;
  readonly provider: string | null;
  readonly threat: boolean;
}

export interface Recommendation {
  readonly id: string;
  readonly title: string;
  /** Null: the first status with state not_started. */
  readonly status: string | null;
  readonly winProbability: Decimal | null;
  readonly lines: readonly RecommendationLine[];
}

export interface RecommendationLine {
  readonly id: string;
  readonly stackItem: string | null;
  readonly mrr: Cents | null;
  readonly oneTime: Cents | null;
}

export interface MetricScore {
  readonly metric: string;
  readonly points: Decimal;
  readonly setOn: Day | null;
  readonly setBy: string | null;
  readonly note: string | null;
}

export interface HealthOverride {
  readonly status: string;
  readonly reason: string;
  readonly setOn: Day;
  readonly expiresOn: Day;
  readonly setBy: string | null;
}

export interface Fact {
  readonly fact: 'tickets_per_month' | 'support_hours_per_month' | 'special_sla';
  /** A decimal, or "true"/"false". */
  readonly value: string;
  readonly asOf: Day | null;
}

export interface CsatResponse {
  readonly id: string;
  /** The day in the workspace's time zone. */
  readonly day: Day;
  readonly rating: 'positive' | 'neutral' | 'negative';
}

export interface Assessment {
  readonly id: string;
  readonly template: string;
  readonly takenOn: Day;
  readonly score: Decimal;
}
