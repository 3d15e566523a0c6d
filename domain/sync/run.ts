import type { Instant, RecordKind } from './records.ts';

/**
 * What is read: `first` the portfolio, waits until an admin has seen what it would do, then activity; `full` everything,
 * so that what is gone shows; `incremental` what has changed.
 */
export type SyncKind = 'first' | 'full' | 'incremental';

export type SyncState = 'due' | 'running' | 'waiting' | 'succeeded' | 'failed' | 'cancelled';

/** What an admin has to say before a run goes on: that it may change the portfolio, or that so much is really gone. */
export type WaitingFor = 'start' | 'deletions';

/** How far a run is. A process that takes it over goes on from here. */
export interface SyncProgress {
  /** In the order in which they are read. */
  readonly kinds: readonly KindProgress[];
  /** An admin has seen what a first run would do, and started it. */
  readonly started: boolean;
  /** How often in a row the vendor's system could not be asked and the run was put off. */
  readonly putOff: number;
}

export interface KindProgress {
  readonly kind: RecordKind;
  /** `failed`: it could not be read to its end, so nothing of it counts as gone. */
  readonly state: 'to read' | 'reading' | 'read' | 'failed';
  /** Of the next page; null: the first one. */
  readonly cursor: string | null;
  /** The second time that it is read in this run, to be sure of what is gone. */
  readonly again: boolean;
  readonly pages: number;
  /** Records that were read, those of them that are new, different, and gone. */
  readonly records: number;
  readonly created: number;
  readonly changed: number;
  readonly gone: number;
  /** Rows that could not be read. */
  readonly problems: number;
  /** The newest change in the vendor's answers. */
  readonly newest: Instant | null;
  /** So many pages in a row brought nothing that this run had not seen. */
  readonly repeated: number;
  /** So many were not seen, of those that there were: an admin has to say whether they are gone. */
  readonly missing: { readonly records: number; readonly of: number } | null;
  /** What is missing was looked at, and taken away or found to be nothing. */
  readonly swept: boolean;
  /** An admin has said that what is missing is gone. */
  readonly confirmed: boolean;
  /** Why it could not be read, in words. */
  readonly message: string | null;
}

/** A run as an admin follows it. */
export interface SyncRun {
  readonly id: number;
  readonly connection: string;
  readonly kind: SyncKind;
  /** Null: all that the kind of run reads. */
  readonly kinds: readonly RecordKind[] | null;
  readonly state: SyncState;
  readonly waitingFor: WaitingFor | null;
  /** User id; null: the schedule, or a hint of the vendor's system. */
  readonly requestedBy: string | null;
  readonly requestedAt: Instant;
  /** Of a run that is due: when it begins, or goes on, at the earliest. */
  readonly notBefore: Instant;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** It was asked to stop, and will after the page that it is at. */
  readonly cancelAsked: boolean;
  readonly progress: SyncProgress;
  /** Requests to the vendor's system. */
  readonly calls: number;
  readonly message: string | null;
  /** Rows that could not be read, the first hundred. */
  readonly problems: readonly SyncProblem[];
}

export interface SyncProblem {
  readonly kind: RecordKind;
  readonly id: string | null;
  readonly message: string;
}

export const NOTHING_READ: SyncProgress = { kinds: [], started: false, putOff: 0 };
