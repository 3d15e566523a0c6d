import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { ServerContext } from '../context.ts';
import { inWorkspace, type TransactionScope, type Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { seal, unseal } from '../platform/secret.ts';
import type { Identity } from './identity.ts';

/**
 * Runs a change in one transaction that sees no company's rows but those named (all: what is about the workspace). A POST with an Idempotency-Key happens
 * once: the answer is kept (sealed, for a day) in the same transaction, and the same request gets it again; another
 * request under the same key is refused. Two at once: the second waits for the first.
 */
export function change<Result>(
  { database, sealKey }: ServerContext,
  { identity, request }: { readonly identity: Identity; readonly request: FastifyRequest },
  companies: TransactionScope['companies'],
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const key = request.method === 'POST' ? idempotencyKey(request) : null;
  return inWorkspace(database, { workspace: identity.workspace, companies }, async (tx) => {
    if (key === null) return work(tx);
    const kept = await takeKey(tx, identity, key, hashRequest(request));
    if (kept) return JSON.parse(unseal(sealKey, kept)).result as Result;
    const result = await work(tx);
    await sql`update idempotency_keys set answer = ${seal(sealKey, JSON.stringify({ result }))}
      where workspace_id = ${identity.workspace} and "user" = ${identity.user.id} and key = ${key}`.execute(
      tx,
    );
    return result;
  });
}

function idempotencyKey(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && key.length >= 1 && key.length <= 200) return key;
  throw new Refusal('bad_request', 'Header "idempotency-key" is wrong; expected 1 to 200 characters.');
}

function hashRequest({ method, url, body }: FastifyRequest): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([method, url, body]))
    .digest();
}

/** Makes the key ours, or finds what was answered under it. */
async function takeKey(
  tx: Tx,
  { workspace, user }: Identity,
  key: string,
  hash: Buffer,
): Promise<Buffer | null> {
  await sql`delete from idempotency_keys
    where workspace_id = ${workspace} and created_at < now() - interval '1 day'`.execute(tx);
  const taken = await sql`insert into idempotency_keys (workspace_id, "user", key, request_hash)
    values (${workspace}, ${user.id}, ${key}, ${hash}) on conflict do nothing returning key`.execute(tx);
  if (taken.rows.length > 0) return null;
  const { rows } = await sql<{ request_hash: Buffer; answer: Buffer }>`
    select request_hash, answer from idempotency_keys
    where workspace_id = ${workspace} and "user" = ${user.id} and key = ${key}`.execute(tx);
  const row = rows[0];
  if (!row?.request_hash.equals(hash))
    throw new Refusal('unprocessable', 'This Idempotency-Key was used for another request.');
  return row.answer;
}
