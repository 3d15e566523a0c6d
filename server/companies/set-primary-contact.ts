import { sql } from 'kysely';
import type { Tx } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** Makes a contact the company's primary one, and no other (null: none). Refuses one that is not the company's. */
export async function setPrimaryContact(
  tx: Tx,
  workspace: string,
  company: string,
  contact: string | null,
): Promise<void> {
  await sql`update contacts set primary_contact = null
    where workspace_id = ${workspace} and company = ${company} and primary_contact`.execute(tx);
  if (contact === null) return;
  const { rows } = await sql`update contacts set primary_contact = true
    where workspace_id = ${workspace} and company = ${company} and key = ${contact} returning key`.execute(
    tx,
  );
  if (rows.length === 0)
    throw new Refusal(
      'unprocessable',
      `Field "primaryContact" is "${contact}"; expected the id of a contact of the company.`,
    );
}
