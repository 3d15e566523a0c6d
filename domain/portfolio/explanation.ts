import type { ComputedFact, Metric, Standing } from './definitions.ts';
import type { Cycle } from './facts.ts';
import type { Cents, Day, Decimal } from './values.ts';

/** How every figure of one company came about on one day. Plain JSON: exact fractions stand as their nearest number. */
export interface CompanyExplanation {
  readonly id: string;
  readonly name: string;
  readonly asOf: Day;
  readonly mrr: RevenueExplanation;
  readonly oneTime: RevenueExplanation;
  /** Every contract, in and out, in the order of its id. */
  readonly contracts: readonly ContractExplanation[];
  readonly nextRenewal: Renewal | null;
  readonly employees: EmployeesExplanation;
  readonly health: ScoreExplanation & { readonly status: StatusExplanation };
  /** Higher means more effort. `band` null: no score. */
  readonly effort: ScoreExplanation & { readonly band: NamedBand | null };
  readonly alignment: AlignmentExplanation;
}

/** `amount` is the override, else `fromContracts`, which is the sum of the rows that count. */
export interface RevenueExplanation {
  readonly amount: Cents;
  readonly override: Cents | null;
  readonly fromContracts: Cents;
  readonly rows: readonly RevenueRow[];
}

/** One header amount (`line` null) or line, whether it counts in the sum, and why in words. */
export interface RevenueRow {
  readonly contract: { readonly id: string; readonly name: string };
  readonly line: { readonly id: string; readonly description: string | null } | null;
  readonly vendor: string | null;
  /** Null: its billing period is not mapped. */
  readonly cycle: Cycle | null;
  /** A month's worth in MRR, the whole amount in one-time; what it would add if it counted. */
  readonly amount: Cents;
  /** Of `amount`: the workspace's, or the contract's own where no exchange rate is set for that. */
  readonly currency: string;
  readonly counts: boolean;
  readonly reason: string;
}

export interface ContractExplanation {
  readonly id: string;
  readonly name: string;
  readonly vendor: string | null;
  readonly currency: string;
  /** What one unit of that is worth in the workspace's currency; null: no exchange rate is set. */
  readonly exchangeRate: Decimal | null;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly revenueFrom: 'header' | 'lines';
  readonly revenueFromReason: string;
  /** Not out and active today. */
  readonly inForce: boolean;
  readonly reason: string;
  /** What the contract adds to the company's MRR and one-time. */
  readonly mrr: Cents;
  readonly oneTime: Cents;
}

/** The nearest end, today or later, of an active contract that is not out. */
export interface Renewal {
  readonly contract: { readonly id: string; readonly name: string };
  readonly end: Day;
  readonly days: number;
  readonly mrr: Cents;
}

export type EmployeesSource = 'override' | 'synced' | 'contacts';

export interface EmployeesExplanation {
  readonly number: number | null;
  readonly source: EmployeesSource | null;
  readonly override: number | null;
  readonly synced: number | null;
  /** Null: no contacts at all. */
  readonly activeContacts: number | null;
}

export interface NamedBand {
  readonly name: string;
  readonly color: string;
}

export interface StatusExplanation extends NamedBand {
  readonly source: 'band' | 'override' | 'no score';
  readonly reason: string;
  readonly override: {
    readonly status: string;
    readonly reason: string;
    readonly setOn: Day;
    readonly expiresOn: Day;
    readonly setBy: string | null;
  } | null;
  /** What the status is without the override. */
  readonly withoutOverride: NamedBand;
}

export interface ScoreExplanation {
  /** 0–100, rounded half up once; null without any value. */
  readonly score: number | null;
  /** 0–1. */
  readonly coverage: number;
  readonly oldestInput: { readonly metric: string; readonly date: Day; readonly ageDays: number } | null;
  /** Every metric; the contributions of those with a value sum to the unrounded score. */
  readonly parts: readonly ScorePart[];
}

export interface ScorePart {
  readonly metric: { readonly id: string; readonly name: string; readonly icon: string | null };
  readonly kind: Metric['kind'];
  readonly fact: ComputedFact | null;
  /** What was measured: points picked, the assessment's score, percent positive, the fact. Null: no value. */
  readonly value: number | null;
  readonly points: number | null;
  readonly maxScore: number;
  readonly weight: number;
  /** 0–1 of the metric's maximum. */
  readonly share: number | null;
  /** What it adds to the score, out of 100. */
  readonly contribution: number | null;
  readonly date: Day | null;
  readonly ageDays: number | null;
  readonly stale: boolean;
  /** Where the value comes from, or what is missing, in words. */
  readonly source: string;
  /** Of a custom metric. */
  readonly setBy: string | null;
  readonly note: string | null;
}

export interface AlignmentExplanation {
  /** 0–100, not rounded; null without a cell that counts. */
  readonly percent: number | null;
  readonly mrrOpportunity: Cents;
  readonly oneTimeOpportunity: Cents;
  /** Every stack item, in the order of the definitions. */
  readonly cells: readonly CellExplanation[];
}

export interface NamedProduct {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
}

export interface CellExplanation {
  readonly stackItem: { readonly id: string; readonly name: string };
  /** In the company's figures. */
  readonly counts: boolean;
  /** Why it counts or is left out. */
  readonly reason: string;
  readonly applicable: boolean;
  readonly applicableSource: 'typed' | 'tag' | 'none';
  readonly sharedTags: readonly string[];
  readonly currentProduct: NamedProduct | null;
  readonly currentProductSource: 'typed' | 'contract lines' | 'none';
  readonly opportunityProduct: NamedProduct | null;
  readonly opportunityProductSource: 'typed' | 'preferred' | 'none';
  /** 0–100. */
  readonly alignment: number;
  readonly alignmentSource: 'typed' | 'product';
  readonly band: NamedBand;
  readonly aligned: boolean;
  readonly weight: number;
  readonly agreementInclusion: boolean;
  readonly agreementInclusionSource: 'typed' | 'default';
  readonly currentMrr: Cents;
  readonly currentMrrSource: 'typed' | 'contract lines';
  readonly mrrOpportunity: OpportunityExplanation;
  readonly oneTimeOpportunity: OpportunityExplanation;
  /** Lines of open recommendations for this cell. */
  readonly recommendations: readonly RecommendationPart[];
  readonly provider: string | null;
  readonly threat: boolean;
  readonly setOn: Day | null;
  readonly setBy: string | null;
}

export type OpportunitySource = 'typed' | 'recommendations' | 'price book' | 'none';

export interface OpportunityExplanation {
  readonly amount: Cents;
  readonly weighted: Cents;
  readonly source: OpportunitySource;
}

export interface RecommendationPart {
  readonly recommendation: { readonly id: string; readonly title: string };
  readonly line: string;
  /** Percent. */
  readonly winProbability: number;
  readonly mrr: Cents;
  readonly oneTime: Cents;
}
