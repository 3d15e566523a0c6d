import { sql } from 'kysely';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { requireGone } from '../sync/synced-from.ts';
import { readContact } from './read-contacts.ts';

/** Deletes a contact; the record keeps what it was. */
export async function deleteContact(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  ifMatch: string | undefined,
): Promise<void> {
  const { workspace, user } = viewer;
  await lockCompany(tx, company);
  const contact = await readContact(tx, company, id);
  await requireUnchangedBy(tx, viewer, ifMatch, contact, {
    company,
    actions: ['create contact', 'update contact'],
    subject: id,
  });
  requireGone(contact.syncedFrom, contact.name);
  await sql`delete from contacts where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  const { id: _, etag: __, syncedFrom: ___, ...before } = contact;
  await audit(tx, { workspace, actor: user.id, action: 'delete contact', company, subject: id, before });
}
