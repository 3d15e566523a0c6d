import type { RecordKind } from '../../domain/sync/records.ts';
import type { Connector, Session } from '../connectors/connector.ts';
import type { ServerContext } from '../context.ts';
import type { Tx } from '../platform/database/transaction.ts';

/** What syncs work with. */
export interface SyncContext extends Pick<ServerContext, 'database' | 'portfolios' | 'now'> {
  /** Opens the vendor's system with the connection's credentials, until the signal ends all calls. Throws a ConnectorProblem. */
  readonly openConnection: (place: ConnectionPlace, signal: AbortSignal) => Promise<OpenConnection>;
  readonly applyMirror: ApplyMirror;
}

export interface ConnectionPlace {
  readonly workspace: string;
  readonly connection: string;
}

export interface OpenConnection {
  readonly connector: Connector;
  readonly session: Session;
  /** Requests to the vendor's system so far. */
  calls(): number;
}

/** Brings the portfolio in step with the mirror, in one transaction, and says in a sentence what it did. */
export type ApplyMirror = (
  context: Pick<SyncContext, 'database' | 'portfolios'>,
  call: ApplyCall,
) => Promise<string>;

export interface ApplyCall extends ConnectionPlace {
  readonly run: number;
  readonly now: Date;
  /** Kinds that were never read to their end, so that nothing follows from a record that is not there. */
  readonly unread: readonly RecordKind[];
  /** First in the transaction that writes: locks the run, and throws where it is another process's by now or was cancelled. */
  requireRun(tx: Tx): Promise<void>;
}
