import { type Instant, PORTFOLIO_KINDS, RECORD_KINDS, type RecordKind } from './records.ts';

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

/** Nothing has been read of the kind yet. */
export function toRead(kind: RecordKind): KindProgress {
  return {
    kind,
    state: 'to read',
    cursor: null,
    again: false,
    pages: 0,
    records: 0,
    created: 0,
    changed: 0,
    gone: 0,
    problems: 0,
    newest: null,
    repeated: 0,
    missing: null,
    swept: false,
    confirmed: false,
    message: null,
  };
}

/** The same progress with something else about one kind. */
export function withKind(progress: SyncProgress, changed: KindProgress): SyncProgress {
  return { ...progress, kinds: progress.kinds.map((one) => (one.kind === changed.kind ? changed : one)) };
}

export function isPortfolioKind(kind: RecordKind): boolean {
  return (PORTFOLIO_KINDS as readonly RecordKind[]).includes(kind);
}

/**
 * What a run reads, in its order. An incremental one reads what the connector can ask for by time; of the kinds that were asked for by
 * name (`wanted`), the others as well, as somebody knows that they have changed.
 */
export function kindsOfRun(
  run: { readonly kind: SyncKind; readonly wanted: readonly RecordKind[] | null },
  connector: { readonly kinds: readonly RecordKind[]; readonly incremental: readonly RecordKind[] },
): RecordKind[] {
  const all = run.kind === 'incremental' && run.wanted === null ? connector.incremental : connector.kinds;
  return RECORD_KINDS.filter((kind) => all.includes(kind) && (run.wanted?.includes(kind) ?? true));
}
