import { sql } from 'kysely';
import type { CsatResponse, NewCsatResponse } from '../../contract/csat.ts';
import type { CsatRating } from '../../domain/csat/satisfaction.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { readCsatResponse } from './read-csat.ts';

/** Adds a response that somebody gave otherwise, on the phone for instance. */
export async function createResponse(
  tx: Tx,
  { workspace, user }: Viewer,
  company: string,
  response: NewCsatResponse,
  now: Date,
): Promise<CsatResponse> {
  await lockCompany(tx, company);
  const { rating, comment, contact = null, about = null } = response;
  const answeredAt = response.answeredAt === undefined ? now : new Date(response.answeredAt);
  if (answeredAt > now || answeredAt.getUTCFullYear() < 1970)
    throw new Refusal('unprocessable', 'Field "answeredAt" lies in the future, or before 1970.');
  await requireContact(tx, company, contact);
  const key = await insertResponse(tx, {
    workspace,
    company,
    rating,
    answeredAt,
    comment: comment || null,
    contact,
    about,
    source: 'manual',
  });
  const after = { rating, comment: comment || null };
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'create CSAT response',
    company,
    subject: key,
    after,
  });
  return readCsatResponse(tx, company, key);
}

/** Refuses a contact that is none of the company's. */
export async function requireContact(tx: Tx, company: string, contact: string | null): Promise<void> {
  if (contact === null) return;
  const { rows } = await sql`select from contacts where workspace_id = (select current_workspace())
    and company = ${company} and key = ${contact}`.execute(tx);
  if (rows.length === 0)
    throw new Refusal(
      'unprocessable',
      `Field "contact" is "${contact}"; expected the id of a contact of the company.`,
    );
}

export interface StoredResponse {
  readonly workspace: string;
  readonly company: string;
  readonly rating: CsatRating;
  readonly answeredAt: Date;
  readonly comment: string | null;
  readonly contact: string | null;
  readonly about: string | null;
  readonly source: string;
}

/** Stores a response and resolves to its key. */
export async function insertResponse(tx: Tx, response: StoredResponse): Promise<string> {
  const { workspace, company, rating, answeredAt, comment, contact, about, source } = response;
  const keys = newKeys(`${company} csat ${answeredAt.toISOString().slice(0, 10)}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`
      insert into csat (workspace_id, key, company, answered_at, rating, comment, contact, source, about)
      values (${workspace}, ${key}, ${company}, ${answeredAt}, ${rating}, ${comment}, ${contact}, ${source}, ${about})
      on conflict do nothing returning key`.execute(tx);
    if (rows.length > 0) return key;
  }
}
