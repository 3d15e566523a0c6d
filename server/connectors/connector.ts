import type { Instant, RecordFields, RecordKind } from '../../domain/sync/records.ts';
import type { Http, HttpAnswer } from './http.ts';

/**
 * How one vendor's system is read. A connector knows the vendor's API and the records of domain/sync/records.ts, and
 * nothing of how or when they are stored: the sync engine asks for page after page and keeps where it is, so that it can go
 * on after a kill. Its folder holds the vendor's shapes, the client, and a pure map from one to the other.
 */
export interface Connector {
  /** Stays as it is: the database knows the connector by it. */
  readonly vendor: string;
  /** As its users call it: "ConnectWise PSA". */
  readonly name: string;
  /** What the set-up asks for. */
  readonly credentials: readonly CredentialField[];
  readonly limits: CallLimits;
  /** The kinds that it reads; in an incremental run only those of `incremental`. */
  readonly kinds: readonly RecordKind[];
  readonly incremental: readonly RecordKind[];
  connect(access: Access): Promise<Session>;
  /** How the vendor tells of changes; null: it cannot. */
  readonly hooks: Hooks | null;
}

export interface CredentialField {
  readonly name: string;
  readonly label: string;
  /** Where to find it, and what it looks like. */
  readonly help: string;
  /** Sealed and never shown again; others are shown when the connection is edited. */
  readonly secret: boolean;
  readonly optional?: true;
}

/** What the vendor's system may be asked to bear. */
export interface CallLimits {
  readonly concurrency: number;
  readonly perMinute: number;
  /** An answer that means "too busy, ask again" though its status does not say so. */
  readonly isBusy?: (answer: HttpAnswer) => boolean;
  /** An answer of 5xx that asking again would not change, such as "no permission" in Autotask: it is handed over as it came. */
  readonly isFinal?: (answer: HttpAnswer) => boolean;
}

/** What a session works with. */
export interface Access {
  readonly credentials: Readonly<Record<string, string>>;
  /** Guards the address, keeps the limits, tries again, counts the calls. */
  readonly http: Http;
  readonly now: () => Date;
  /** What it found out in an earlier session, such as the zone of the account. */
  readonly remembered: Readonly<Record<string, string>>;
  remember(found: Readonly<Record<string, string>>): void;
}

export interface Session {
  /** One page of the records of a kind. Throws a ConnectorProblem if it cannot be had. */
  read(kind: RecordKind, request: ReadRequest): Promise<Page>;
  /** Asks for one record of each kind: what may these credentials read? */
  test(): Promise<readonly Permission[]>;
  /** One record of a kind as the vendor's system sends it, for a look at its shape; undefined: there is none. */
  sample(kind: RecordKind): Promise<unknown>;
}

export interface ReadRequest {
  /** Only what has changed since then; null: everything. */
  readonly since: Date | null;
  /** What happened before (tickets, hours, surveys) is not asked for. */
  readonly from: Date;
  /** Where the page before said that it goes on; null: the first page. */
  readonly cursor: string | null;
  readonly known: Known;
}

/** What has been read of the kinds before. */
export interface Known {
  /** Ids of records that are there, ordered by code point. `changed`: only what this run found new or different. */
  ids(
    kind: RecordKind,
    page: { readonly after: string | null; readonly limit: number; readonly changed?: boolean },
  ): Promise<readonly string[]>;
  records<K extends RecordKind>(
    kind: K,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, RecordFields[K]>>;
}

export interface Page {
  readonly records: readonly SourceRecord[];
  /** Null: that was the last page. */
  readonly next: string | null;
  /** Contracts of which every line is on this page: a line that we had of them and is not here is gone. */
  readonly wholeContracts?: readonly string[];
  /** Rows that could not be read. The others are; the run says so. */
  readonly problems: readonly RowProblem[];
}

/** The fields are those of the kind that was asked for. */
export interface SourceRecord<K extends RecordKind = RecordKind> {
  readonly id: string;
  readonly fields: RecordFields[K];
  /** As the vendor's clock has it; null: it does not say. */
  readonly updatedAt: Instant | null;
}

export interface RowProblem {
  /** Of a record that is there, so it is not gone; null: not even that could be read. */
  readonly id: string | null;
  /** Field, value, and what was expected. */
  readonly message: string;
}

export interface Permission {
  readonly kind: RecordKind | 'sign in';
  readonly allowed: boolean;
  /** In words: what was found, or what to do about it. */
  readonly message: string;
}

/** How the vendor calls back. */
export interface Hooks {
  /** What an admin has to do in the vendor's system, given the address that it should call. */
  instructions(address: string): readonly string[];
  /** Which kinds may have changed; null: the call is not signed as it should be. Reading is what tells what has changed. */
  hints(call: HookCall, access: Pick<Access, 'http' | 'credentials'>): Promise<readonly RecordKind[] | null>;
}

export interface HookCall {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** That the vendor's system was told to sign with; null: none. */
  readonly secret: string | null;
}

/** What went wrong with the vendor's system, in words for an admin. */
export class ConnectorProblem extends Error {
  constructor(
    /**
     * credentials: they are wrong; permission: they may not read this; address: it must not be called; unreachable: no answer
     * in time, after all tries; busy: it asks to be left alone; answer: it makes no sense.
     */
    readonly reason: 'credentials' | 'permission' | 'address' | 'unreachable' | 'busy' | 'answer',
    message: string,
  ) {
    super(message);
  }
}
