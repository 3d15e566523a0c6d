import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Named } from '../../contract/values.ts';
import type { Role } from '../../domain/access/grants.ts';
import type { Database } from '../platform/database/database.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { storedToken } from './session-tokens.ts';
import type { SignIn } from './sign-in.ts';

/** Who sent a request, and at which revision of the workspace this was found out. */
export interface Identity {
  readonly workspace: string;
  readonly revision: number;
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly role: Role };
  /** Null: an API key. */
  readonly session: { readonly id: string; readonly updatedAt: Date } | null;
  /** The admin who looks at everything through this user's eyes, and may change nothing meanwhile; null: nobody does. */
  readonly viewedBy: Named | null;
}

interface Row {
  workspace: string;
  revision: number;
  user: string;
  name: string;
  email: string;
  role: Role;
}

const userColumns = 'u.workspace_id as workspace, w.revision, u.key as user, u.name, u.email, u.role';

/** A request that the database has not answered by then is given up. Milliseconds. */
const patience = 8_000;

/**
 * Who the request's API key or session cookie belongs to, from the database each time, so that a revoked session or
 * key and a removed or deactivated user count at once; null if to nobody. A request with an API key is that key's,
 * whatever its cookie. An admin's session that views as somebody else is that user's.
 */
export async function identityOf(
  database: Database,
  signIn: SignIn,
  { headers: { authorization, cookie } }: Pick<FastifyRequest, 'headers'>,
): Promise<Identity | null> {
  if (authorization !== undefined) return identityOfApiKey(database, authorization);
  const token = cookie === undefined ? null : sessionToken(signIn, cookie);
  return token === null ? null : identityOfSession(database, token);
}

async function identityOfSession(database: Database, token: string): Promise<Identity | null> {
  type Found = Row & { session: string; updated: Date; admin: string; adminName: string };
  const { rows } = await database.pool.query<Found>({
    text: `select s.id as session, s."updatedAt" as updated, ${userColumns}, me.key as admin, me.name as "adminName"
      from auth_session s
      join sign_ins i on i.auth_user = s."userId"
      join users me on me.workspace_id = i.workspace_id and me.key = i."user" and me.deactivated is not true
      left join views_as v on v.session = s.id and me.role = 'admin'
      join users u on u.workspace_id = me.workspace_id and u.key = coalesce(v."user", me.key)
      join workspaces w on w.id = u.workspace_id
      where s.token = $1 and s."expiresAt" > now()`,
    values: [storedToken(token)],
    ...{ query_timeout: patience },
  });
  const row = rows[0];
  if (!row) return null;
  const viewedBy = row.admin === row.user ? null : { id: row.admin, name: row.adminName };
  return { ...identity(row), session: { id: row.session, updatedAt: row.updated }, viewedBy };
}

async function identityOfApiKey(database: Database, authorization: string): Promise<Identity | null> {
  const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (!key) return null;
  const { rows } = await database.pool.query<Row & { key: string; rested: boolean }>({
    text: `select k.id as key, ${userColumns},
        coalesce(k.last_used_at < now() - interval '1 minute', true) as rested
      from api_keys k
      join users u on u.workspace_id = k.workspace_id and u.key = k."user" and u.deactivated is not true
      join workspaces w on w.id = u.workspace_id
      where k.key_hash = $1`,
    values: [hashToken(key)],
    ...{ query_timeout: patience },
  });
  const row = rows[0];
  if (!row) return null;
  if (row.rested)
    await database.pool.query(
      'update api_keys set last_used_at = now() where workspace_id = $1 and id = $2',
      [row.workspace, row.key],
    );
  return { ...identity(row), session: null, viewedBy: null };
}

function identity({
  workspace,
  revision,
  user,
  name,
  email,
  role,
}: Row): Omit<Identity, 'session' | 'viewedBy'> {
  return { workspace, revision, user: { id: user, name, email, role } };
}

/** The session of the request; an API key is nobody here. */
export function requireSession({ session }: Identity): NonNullable<Identity['session']> {
  if (session) return session;
  throw new Refusal('unauthenticated', 'This needs a session: an API key has none.');
}

/** What is kept of a token: as it is 256 random bits, nobody can find it from its hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The token in the session cookie if its signature is ours (better-auth's format: `token.base64(HMAC-SHA256)`). */
function sessionToken({ cookie, key }: SignIn, header: string): string | null {
  const value = cookieValue(header, cookie.name);
  const dot = value?.lastIndexOf('.') ?? -1;
  if (!value || dot < 1) return null;
  const token = value.slice(0, dot);
  const signature = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', key).update(token).digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : null;
}

function cookieValue(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(at + 1).trim());
    } catch {
      return undefined; // not something that we set
    }
  }
  return undefined;
}
