import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { requireUnchanged } from '../platform/http/if-match.ts';
import { readContact } from './read-contacts.ts';

/** Deletes a contact; the record keeps what it was. */
export async function deleteContact(
  tx: Tx,
  { workspace, user }: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  await lockCompany(tx, company);
  const contact = await readContact(tx, company, id);
  requireUnchanged(ifMatch, contact);
  await sql`delete from contacts where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const { id: _, etag: __, ...before } = contact;
  await audit(tx, { workspace, actor: user.id, action: 'delete contact', company, subject: id, before });
}
