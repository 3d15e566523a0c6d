import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import { hashToken } from '../access/identity.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Hooks } from '../connectors/connector.ts';
import type { Database } from '../platform/database/database.ts';
import { asOwner, type Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { seal, unseal } from '../platform/secret.ts';
import { lockedConnection } from '../sync/start-sync.ts';
import { readConnection, type Vault } from './read-connections.ts';

/** A new address with what it is signed with; neither can be shown again. */
export interface NewHook {
  readonly token: string;
  readonly secret: string;
  readonly hooks: Hooks;
}

/** Gives a connection an address to be called at; the one before is nobody's at once. Refuses a system that cannot call. */
export async function createHook(tx: Tx, vault: Vault, viewer: Viewer, id: string): Promise<NewHook> {
  const { workspace, user } = viewer;
  const { name } = await lockedConnection(tx, { workspace, connection: id });
  const { vendor, vendorName } = await readConnection(tx, vault, viewer, id);
  const hooks = vault.connectors.find((one) => one.vendor === vendor)?.hooks;
  if (!hooks) throw new Refusal('unprocessable', `${vendorName} cannot tell of changes.`);
  const token = `qdh_${randomBytes(32).toString('base64url')}`;
  // letters and digits alone: some systems escape everything else before they sign
  const secret = randomBytes(24).toString('hex');
  await sql`update connections set hook_token_hash = ${hashToken(token)}, hook_secret = ${seal(vault.connectionKey, secret)}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, { workspace, actor: user.id, action: 'renew address of connection', subject: name });
  return { token, secret, hooks };
}

export async function deleteHook(tx: Tx, { workspace, user }: Viewer, id: string): Promise<void> {
  const { name } = await lockedConnection(tx, { workspace, connection: id });
  const { rows } = await sql`update connections set hook_token_hash = null, hook_secret = null
    where workspace_id = ${workspace} and key = ${id} and hook_token_hash is not null returning key`.execute(
    tx,
  );
  if (rows.length > 0)
    await audit(tx, { workspace, actor: user.id, action: 'end address of connection', subject: name });
}

/** The connection that is called. */
export interface Called {
  readonly workspace: string;
  readonly connection: string;
  readonly vendor: string;
  readonly secret: string | null;
}

/** The connection whose address this is; null: nobody's, or nobody's any more. Nobody is signed in here. */
export async function connectionOfAddress(
  database: Database,
  { workspace, token }: { readonly workspace: string; readonly token: string },
  key: Buffer,
): Promise<Called | null> {
  const { rows } = await asOwner(database, (tx) =>
    sql<Omit<Called, 'secret'> & { secret: Buffer | null }>`
      select workspace_id as workspace, key as connection, vendor, hook_secret as secret
      from connections where hook_token_hash = ${hashToken(token)} and workspace_id::text = ${workspace}`.execute(
      tx,
    ),
  );
  const [row] = rows;
  return row ? { ...row, secret: row.secret === null ? null : unseal(key, row.secret) } : null;
}
