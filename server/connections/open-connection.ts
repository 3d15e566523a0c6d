import { sql } from 'kysely';
import { ConnectorProblem } from '../connectors/connector.ts';
import { openHttp } from '../connectors/http-client.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { ConnectionPlace, OpenConnection } from '../sync/sync-context.ts';
import { openCredentials } from './credentials.ts';

interface Stored {
  readonly vendor: string;
  readonly credentials: Buffer;
  readonly remembered: Readonly<Record<string, string>>;
  readonly allowPrivate: boolean;
}

/**
 * Opens the connected system with the credentials that are kept; `signal` ends what is asked of it. Refuses a connection that is not there
 * (`not_found`), and throws a ConnectorProblem where the system cannot be had.
 */
export async function openConnection(
  {
    database,
    connectors,
    connectionKey,
    now,
  }: Pick<ServerContext, 'database' | 'connectors' | 'connectionKey' | 'now'>,
  { workspace, connection }: ConnectionPlace,
  signal?: AbortSignal,
): Promise<OpenConnection> {
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
  const session = await connector.connect({
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
  });
  return { connector, session, calls: () => calls };
}
