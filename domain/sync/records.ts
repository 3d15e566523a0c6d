import type { Cycle } from '../portfolio/facts.ts';
import type { Day, Decimal } from '../portfolio/values.ts';

/**
 * What a connected system holds, in words of our own: a connector maps the vendor's answers to these and knows nothing of
 * how they are stored. A record is told apart by its kind and the id that the vendor gave it; references are such ids.
 * What the vendor leaves out is null. A reference may name a record that is not there (yet).
 */
export interface RecordFields {
  readonly companies: CompanyRecord;
  readonly sites: SiteRecord;
  readonly contacts: ContactRecord;
  readonly products: ProductRecord;
  readonly contracts: ContractRecord;
  readonly contractLines: ContractLineRecord;
  readonly tickets: TicketRecord;
  readonly timeEntries: TimeEntryRecord;
  readonly opportunities: OpportunityRecord;
  readonly surveys: SurveyRecord;
}

/** In the order in which they are read: what is referred to comes first. */
export const RECORD_KINDS = [
  'companies',
  'sites',
  'contacts',
  'products',
  'contracts',
  'contractLines',
  'tickets',
  'timeEntries',
  'opportunities',
  'surveys',
] as const satisfies readonly (keyof RecordFields)[];
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What the portfolio rests on; the others are activity, of which there is much more. */
export const PORTFOLIO_KINDS = [
  'companies',
  'sites',
  'contacts',
  'products',
  'contracts',
  'contractLines',
] as const satisfies readonly RecordKind[];

/** RFC 3339, in UTC. */
export type Instant = string;

export interface CompanyRecord {
  readonly name: string;
  readonly shortCode: string | null;
  /** False: the vendor's system says that it is inactive, or deleted. */
  readonly active: boolean;
  /** The MSP itself, which is no client of its own. */
  readonly internal: boolean;
  /** As in the vendor's system, such as "Client", "Prospect"; several in ConnectWise. */
  readonly types: readonly string[];
  readonly status: string | null;
  readonly parent: string | null;
  readonly owner: string | null;
  readonly website: string | null;
  readonly phone: string | null;
  /** ISO 4217. */
  readonly currency: string | null;
  readonly employees: number | null;
  readonly acquiredOn: Day | null;
  readonly annualRevenue: Decimal | null;
  readonly yearEstablished: number | null;
  /** The market or vertical. */
  readonly industry: string | null;
  readonly territory: string | null;
}

export interface SiteRecord {
  readonly company: string | null;
  readonly name: string;
  readonly primary: boolean;
  readonly active: boolean;
  readonly city: string | null;
  readonly country: string | null;
}

export interface ContactRecord {
  readonly company: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly title: string | null;
  readonly active: boolean;
  readonly primary: boolean;
  readonly serviceAccount: boolean;
}

export interface ProductRecord {
  readonly sku: string | null;
  readonly name: string;
  readonly category: string | null;
  readonly price: Decimal | null;
  readonly cost: Decimal | null;
  readonly recurring: boolean | null;
  readonly vendor: string | null;
  readonly active: boolean;
}

/**
 * A billing period as the vendor's system says it. `code` is what it is mapped by; `cycle` what it means, null if nobody can
 * know; `certain` is false where the meaning was only observed elsewhere and somebody has to confirm it.
 */
export interface BillingPeriod {
  readonly code: string;
  readonly label: string;
  readonly cycle: Cycle | null;
  readonly certain: boolean;
}

export interface ContractRecord {
  readonly company: string | null;
  readonly name: string;
  readonly number: string | null;
  readonly type: string | null;
  /** As in the vendor's system. */
  readonly status: string | null;
  /** False: cancelled, ended by hand or switched off, whatever its dates say. */
  readonly active: boolean;
  readonly startOn: Day | null;
  /** The last day. */
  readonly endOn: Day | null;
  /** False: of a kind that is not billed regularly (time and material, block hours, a one-time project): never MRR. */
  readonly recurring: boolean;
  /** The flat amount per billing period, on top of the lines. */
  readonly amount: Decimal | null;
  readonly period: BillingPeriod | null;
  readonly currency: string | null;
  /** What the reader should know of how the amount came about, in words; null: nothing. */
  readonly notice: string | null;
}

export interface ContractLineRecord {
  /** Null: it belongs to no contract. */
  readonly contract: string | null;
  readonly company: string | null;
  readonly product: string | null;
  readonly sku: string | null;
  readonly description: string | null;
  readonly vendor: string | null;
  /** What is billed: without what is included. */
  readonly quantity: Decimal;
  readonly unitPrice: Decimal | null;
  /** Null: the contract's. */
  readonly period: BillingPeriod | null;
  readonly oneTime: boolean;
  readonly billable: boolean;
  readonly startOn: Day | null;
  /** The first day without it. */
  readonly cancelledOn: Day | null;
  readonly notice: string | null;
}

export interface TicketRecord {
  readonly company: string | null;
  readonly number: string;
  readonly title: string;
  /** Only service tickets count as tickets. */
  readonly kind: 'service' | 'project' | 'other';
  readonly board: string | null;
  readonly type: string | null;
  readonly priority: string | null;
  readonly status: string | null;
  readonly closed: boolean;
  readonly createdAt: Instant;
  readonly closedAt: Instant | null;
}

export interface TimeEntryRecord {
  /** Null: the ticket's. */
  readonly company: string | null;
  readonly ticket: string | null;
  readonly kind: 'service' | 'project' | 'other';
  readonly workedOn: Day;
  readonly hours: Decimal;
  readonly billable: boolean;
  readonly resource: string | null;
}

export interface OpportunityRecord {
  readonly company: string | null;
  readonly name: string;
  readonly stage: string | null;
  readonly state: 'open' | 'won' | 'lost';
  /** Percent. */
  readonly probability: Decimal | null;
  readonly closeOn: Day | null;
  readonly oneTime: Decimal | null;
  /** Per month. */
  readonly monthly: Decimal | null;
  readonly owner: string | null;
}

export interface SurveyRecord {
  /** Null: the ticket's. */
  readonly company: string | null;
  readonly ticket: string | null;
  readonly email: string | null;
  /** Null: the scale is not known, or it has not been answered yet. */
  readonly rating: 'positive' | 'neutral' | 'negative' | null;
  /** As the vendor's system has it. */
  readonly score: string | null;
  readonly comment: string | null;
  readonly answeredAt: Instant;
}
