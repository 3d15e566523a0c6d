import { sql } from 'kysely';
import { type Access, type Connector, ConnectorProblem } from '../connectors/connector.ts';
import { openHttp } from '../connectors/http-client.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { ConnectionPlace, OpenConnection } from '../sync/sync-context.ts';
import { openCredentials } from './credentials.ts';

type Context = Pick<ServerContext, 'database' | 'connectors' | 'connectionKey' | 'now'>;

/**
 * Opens the connected system with the credentials that are kept; `signal` ends what is asked of it. Refuses a connection that is not there
 * (`not_found`), and throws a ConnectorProblem where the system cannot be had.
 */
export async function openConnection(
  context: Context,
  place: ConnectionPlace,
  signal?: AbortSignal,
): Promise<OpenConnection> {
  const { connector, access, calls } = await openAccess(context, place, signal);
  return { connector, session: await connector.connect(access), calls };
}

interface Stored {
  readonly vendor: string;
  readonly credentials: Buffer;
  readonly remembered: Readonly<Record<string, string>>;
  readonly allowPrivate: boolean;
}

/** What a session of a connection works with; nothing is asked of its system yet. */
export async function openAccess(
  { database, connectors, connectionKey, now }: Context,
  { workspace, connection }: ConnectionPlace,
  signal?: AbortSignal,
): Promise<{ readonly connector: Connector; readonly access: Access; calls(): number }> {
  const scope = { workspace, companies: 'all' } as const;
  const { rows } = await inWorkspace(database, scope, (tx) =>
    sql<Stored>`select vendor, credentials, remembered, allow_private as "allowPrivate"
      from connections where workspace_id = ${workspace} and key = ${connection}`.execute(tx),
  );
  const [stored] = rows;
  if (!stored) throw notFound('connection', connection);
  const connector = connectors.find(({ vendor }) => vendor === stored.vendor);
  if (!connector) throw new ConnectorProblem('answer', `This version knows no connector "${stored.vendor}".`);

  let calls = 0;
  const access: Access = {
    credentials: openCredentials(connectionKey, stored.credentials),
    http: openHttp({
      limits: connector.limits,
      allowPrivate: stored.allowPrivate,
      ...(signal && { signal }),
      onCall: () => {
        calls += 1;
      },
    }),
    now,
    remembered: stored.remembered,
    // what is not written is found out again
    remember: (found) =>
      void inWorkspace(database, scope, (tx) =>
        sql`update connections set remembered = remembered || ${JSON.stringify(found)}::jsonb
          where workspace_id = ${workspace} and key = ${connection} and credentials = ${stored.credentials}`.execute(
          tx,
        ),
      ).catch(() => {}),
  };
  return { connector, access, calls: () => calls };
}
