import type { ContractRules } from '../../contracts/standing.ts';
import type { Day, Decimal } from '../../portfolio/values.ts';
import type { RecordFields, RecordKind, SurveyRecord } from '../records.ts';
import type { SyncSettings } from '../settings.ts';
import type { Cells } from './cells.ts';

/** Records that rows of ours are linked with. */
export const LINKED_KINDS = ['companies', 'contacts', 'contracts', 'contractLines', 'surveys'] as const;
export type LinkedKind = (typeof LINKED_KINDS)[number];

/** Which row of ours a record of a connected system stands for. */
export interface Link {
  readonly kind: LinkedKind;
  readonly record: string;
  /** Ours. */
  readonly key: string;
  /** The row was created by a sync, found by its name or address, or chosen by somebody. */
  readonly made: 'created' | 'matched' | 'chosen';
  /** Of a company that is gone: in which stage it was. */
  readonly stageBefore: string | null;
  /** Since when the record is not there, or no client, any more; null: it is. */
  readonly goneOn: Day | null;
  /** The owner that the system gave a company, so that one of ours is told from it. */
  readonly owner: string | null;
}

/** What is in the mirror of a connection, by id; of companies, sites, contacts and the like what is there now. */
export interface Mirror {
  readonly companies: ReadonlyMap<string, RecordFields['companies']>;
  readonly sites: ReadonlyMap<string, Pick<RecordFields['sites'], 'company' | 'active'>>;
  readonly contacts: ReadonlyMap<string, RecordFields['contacts']>;
  readonly products: ReadonlyMap<string, Pick<RecordFields['products'], 'sku' | 'vendor' | 'name'>>;
  readonly contracts: ReadonlyMap<string, RecordFields['contracts']>;
  readonly contractLines: ReadonlyMap<string, RecordFields['contractLines']>;
  readonly surveys: ReadonlyMap<string, SurveyOf>;
  /** Service tickets and hours of the last 90 days, by the company's record; null: not read yet. */
  readonly tickets: ReadonlyMap<string, number> | null;
  readonly hours: ReadonlyMap<string, Decimal> | null;
  /** What has been read completely at least once: a record of another kind is not known to be gone. */
  readonly read: ReadonlySet<RecordKind>;
}

/** A survey with the company of ours that answered it, as far as that is known. */
export interface SurveyOf
  extends Pick<SurveyRecord, 'rating' | 'score' | 'comment' | 'email' | 'answeredAt'> {
  /** The company's record in this system. */
  readonly company: string | null;
  /** Ours, where the survey comes from a tool that names companies as another connected system does. */
  readonly key: string | null;
  /** Its number. */
  readonly ticket: string | null;
}

/** The files of the portfolio bundle that a sync writes, each row by its key (facts: by company and fact). */
export const WRITTEN_FILES = [
  'companies',
  'contacts',
  'contracts',
  'contract_lines',
  'facts',
  'csat',
] as const;
export type WrittenFile = (typeof WRITTEN_FILES)[number];
export type PresentRows = Readonly<Record<WrittenFile, ReadonlyMap<string, Cells>>>;

export interface ApplyInput {
  readonly connection: { readonly vendor: string; readonly system: string };
  readonly mirror: Mirror;
  readonly settings: SyncSettings;
  /** Of this connection. */
  readonly links: readonly Link[];
  /** Companies of ours that other connections are linked with. */
  readonly takenElsewhere: ReadonlySet<string>;
  readonly present: PresentRows;
  /** Keys of the users that there are. */
  readonly users: ReadonlySet<string>;
  readonly rules: ContractRules;
  readonly today: Day;
}
