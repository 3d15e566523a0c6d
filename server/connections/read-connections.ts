import { sql } from 'kysely';
import type { Connection } from '../../contract/connections.ts';
import { DEFAULT_SETTINGS } from '../../domain/sync/settings.ts';
import { namedUser } from '../access/named-user.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { presentRun } from '../sync/present-run.ts';
import { readRuns } from '../sync/read-runs.ts';
import { openCredentials, shownCredentials } from './credentials.ts';

/** What a connection is opened and shown with. */
export type Vault = Pick<ServerContext, 'connectors' | 'connectionKey'>;

interface Row {
  readonly id: string;
  readonly vendor: string;
  readonly name: string;
  readonly state: Connection['state'];
  readonly sealed: Buffer;
  readonly allowPrivate: boolean;
  readonly syncEveryMinutes: number;
  readonly fullAt: number;
  readonly settings: Partial<Connection['settings']>;
  readonly hasHook: boolean;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly etag: string;
}

/** The workspace's connections, by name; or the one with an id. `tx` sees the whole workspace. */
export async function readConnections(
  tx: Tx,
  vault: Vault,
  viewer: Pick<Viewer, 'loaded'>,
  id: string | null = null,
): Promise<Connection[]> {
  const { rows } = await sql<Row>`
    select key as id, vendor, name, state, credentials as sealed, allow_private as "allowPrivate",
      sync_every_minutes as "syncEveryMinutes", full_at as "fullAt", settings,
      hook_token_hash is not null as "hasHook", created_at as "createdAt", created_by as "createdBy",
      '"' || md5(row(key, name, state, credentials, allow_private, sync_every_minutes, full_at, settings)::text) || '"' as etag
    from connections where workspace_id = (select current_workspace()) and key = coalesce(${id}, key)
    order by lower(name), key`.execute(tx);
  const presented: Connection[] = [];
  for (const row of rows) {
    const [run] = await readRuns(tx, row.id, { limit: 1 });
    presented.push({
      ...withConnector(row, vault),
      run: run ? presentRun(run, viewer.loaded.grants) : null,
      createdAt: row.createdAt.toISOString(),
      createdBy: namedUser(viewer.loaded.grants, row.createdBy),
    });
  }
  return presented;
}

export async function readConnection(
  tx: Tx,
  vault: Vault,
  viewer: Pick<Viewer, 'loaded'>,
  id: string,
): Promise<Connection> {
  const [connection] = await readConnections(tx, vault, viewer, id);
  if (!connection) throw notFound('connection', id);
  return connection;
}

function withConnector({ sealed, settings, ...row }: Row, { connectors, connectionKey }: Vault) {
  const connector = connectors.find(({ vendor }) => vendor === row.vendor);
  const shown = connector
    ? shownCredentials(connector, openCredentials(connectionKey, sealed))
    : { credentials: {}, secrets: [] };
  const { clients, periods, users, scores } = { ...DEFAULT_SETTINGS, ...settings };
  return {
    ...row,
    ...shown,
    vendorName: connector?.name ?? row.vendor,
    settings: {
      clients: { types: [...clients.types], withoutStatuses: [...clients.withoutStatuses] },
      periods,
      users,
      scores,
    },
  };
}
