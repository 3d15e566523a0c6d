import { sql } from 'kysely';
import type { z } from 'zod';
import type { Connection, createConnection, updateConnection } from '../../contract/connections.ts';
import { DEFAULT_SETTINGS } from '../../domain/sync/settings.ts';
import { audit } from '../access/audit.ts';
import { requireUsers } from '../access/require-known.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Connector } from '../connectors/connector.ts';
import { changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { cancelRun } from '../sync/answer-run.ts';
import { openRun } from '../sync/read-runs.ts';
import { lockedConnection } from '../sync/start-sync.ts';
import { enteredCredentials, openCredentials, sealCredentials } from './credentials.ts';
import { readConnection, type Vault } from './read-connections.ts';

type New = z.output<NonNullable<(typeof createConnection)['body']>>;
type Changes = z.output<NonNullable<(typeof updateConnection)['body']>>;

/** Connects a system. Refuses a vendor that is not known, credentials that do not fit, and a name that another connection has. */
export async function addConnection(
  tx: Tx,
  vault: Vault,
  viewer: Viewer,
  { vendor, name, credentials, allowPrivate }: New,
  now: Date,
): Promise<Connection> {
  const { workspace, user } = viewer;
  const connector = connectorOf(vault, vendor);
  const entered = enteredCredentials(connector, {}, credentials);
  const { rows } = await sql<{ key: string }>`
    insert into connections (workspace_id, vendor, name, credentials, settings, allow_private, state, created_at, created_by)
    values (${workspace}, ${vendor}, ${name}, ${sealCredentials(vault.connectionKey, entered)},
      ${JSON.stringify(DEFAULT_SETTINGS)}::jsonb, ${allowPrivate}, 'setting up', ${now}, ${user.id})
    on conflict (workspace_id, name) do nothing returning key`.execute(tx);
  if (!rows[0]) throw nameTaken(name);
  const made = await readConnection(tx, vault, viewer, rows[0].key);
  const after = { vendor: connector.name, ...recorded(made) };
  await audit(tx, { workspace, actor: user.id, action: 'create connection', subject: name, after });
  return made;
}

/**
 * Changes a connection; a pause ends the sync at hand. Refuses an If-Match that no longer holds, a name that another one has,
 * users that are not there, and to go on or pause while it is being set up.
 */
export async function changeConnection(
  tx: Tx,
  vault: Vault,
  viewer: Viewer,
  id: string,
  { credentials = {}, ...changes }: Changes,
  { ifMatch, now }: { readonly ifMatch: string | undefined; readonly now: Date },
): Promise<Connection> {
  const { workspace, user } = viewer;
  await lockedConnection(tx, { workspace, connection: id });
  const stored = await readConnection(tx, vault, viewer, id);
  await requireUnchangedBy(tx, viewer, ifMatch, stored, changesOf(stored.name));
  requireUsers(viewer.loaded.grants, 'settings.users', Object.values(changes.settings?.users ?? {}));
  if (changes.state && stored.state === 'setting up')
    throw new Refusal('conflict', `"${stored.name}" is being set up: its first sync turns it on.`);
  const {
    name = stored.name,
    state = stored.state,
    allowPrivate = stored.allowPrivate,
    syncEveryMinutes = stored.syncEveryMinutes,
    fullAt = stored.fullAt,
    settings = stored.settings,
  } = changes;
  if (changes.state === 'paused') await endSync(tx, viewer, id, now);
  await requireFreeName(tx, id, name);
  await storeCredentials(tx, vault, stored, credentials, allowPrivate);
  await sql`update connections set name = ${name}, state = ${state}, allow_private = ${allowPrivate},
      sync_every_minutes = ${syncEveryMinutes}, full_at = ${fullAt}, settings = ${JSON.stringify(settings)}::jsonb
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const made = await readConnection(tx, vault, viewer, id);
  const newSecrets = stored.secrets.some((secret) => credentials[secret]);
  const changed = changedFields(recorded(stored), recorded(made));
  if (changed ?? newSecrets)
    await audit(tx, {
      ...{ workspace, actor: user.id, action: 'update connection', subject: made.name },
      ...(changed ?? { after: { secrets: 'others' } }),
    });
  return made;
}

/** Ends a connection. What it brought in stays; its mirror and its runs go. */
export async function removeConnection(
  tx: Tx,
  vault: Vault,
  viewer: Viewer,
  id: string,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  await lockedConnection(tx, { workspace, connection: id });
  const stored = await readConnection(tx, vault, viewer, id);
  await requireUnchangedBy(tx, viewer, ifMatch, stored, changesOf(stored.name));
  await sql`delete from connections where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const before = recorded(stored);
  await audit(tx, { workspace, actor: user.id, action: 'delete connection', subject: stored.name, before });
}

/** Whatever was found out with other credentials, or about another place, is found out again. */
async function storeCredentials(
  tx: Tx,
  vault: Vault,
  { id, vendor, allowPrivate }: Connection,
  entered: Readonly<Record<string, string>>,
  nextPrivate: boolean,
): Promise<void> {
  const widened = nextPrivate && !allowPrivate;
  if (Object.keys(entered).length === 0 && !widened) return;
  const { rows } = await sql<{ credentials: Buffer }>`select credentials from connections
    where workspace_id = (select current_workspace()) and key = ${id}`.execute(tx);
  const kept = openCredentials(vault.connectionKey, rows[0]!.credentials);
  const next = enteredCredentials(connectorOf(vault, vendor), kept, entered, widened);
  await sql`update connections set credentials = ${sealCredentials(vault.connectionKey, next)}, remembered = '{}'
    where workspace_id = (select current_workspace()) and key = ${id}`.execute(tx);
}

async function endSync(tx: Tx, { workspace, user }: Viewer, connection: string, now: Date): Promise<void> {
  const run = await openRun(tx, connection);
  if (run) await cancelRun(tx, { workspace, run: run.id, by: user.id, now });
}

async function requireFreeName(tx: Tx, id: string, name: string): Promise<void> {
  const { rows } = await sql`select from connections
    where workspace_id = (select current_workspace()) and name = ${name} and key <> ${id}`.execute(tx);
  if (rows.length > 0) throw nameTaken(name);
}

function connectorOf({ connectors }: Vault, vendor: string): Connector {
  const connector = connectors.find((one) => one.vendor === vendor);
  if (connector) return connector;
  const known = connectors.map((one) => `"${one.vendor}"`).join(', ');
  throw new Refusal('unprocessable', `Field "vendor" is "${vendor}"; expected one of ${known}.`);
}

function nameTaken(name: string): Refusal {
  return new Refusal('conflict', `There is a connection called “${name}” already.`);
}

const changesOf = (name: string) => ({
  company: null,
  actions: ['create connection', 'update connection', 'start connection'],
  subject: name,
});

/** As it stands on record; of what is secret nothing. */
function recorded({
  name,
  state,
  credentials,
  allowPrivate,
  syncEveryMinutes,
  fullAt,
  settings,
}: Connection): Record<string, unknown> {
  const { clients, periods, users, scores } = settings;
  const pairs = (map: Readonly<Record<string, string>>) =>
    Object.entries(map).map(([from, to]) => `${from}: ${to}`);
  return {
    ...{ name, state, allowPrivate, syncEveryMinutes, fullAt },
    credentials: pairs(credentials),
    clientTypes: clients.types,
    withoutStatuses: clients.withoutStatuses,
    periods: pairs(periods),
    users: pairs(users),
    scores: scores && `positive from ${scores.positiveFrom}, negative to ${scores.negativeTo}`,
  };
}
