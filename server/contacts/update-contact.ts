import { sql } from 'kysely';
import type { Contact, ContactChange } from '../../contract/contacts.ts';
import { audit } from '../access/audit.ts';
import type { RowPlace } from '../access/place-of-row.ts';
import { requireUnchangedBy } from '../access/require-unchanged.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { assignments, changedFields } from '../platform/database/changed-fields.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { requireOurs } from '../sync/synced-from.ts';
import { contactColumns, readContact } from './read-contacts.ts';

/** Changes a contact. Refuses an If-Match that no longer holds. */
export async function updateContact(
  tx: Tx,
  viewer: Viewer,
  { company, id }: RowPlace,
  change: ContactChange,
  ifMatch: string | undefined,
): Promise<Contact> {
  const { workspace, user } = viewer;
  await lockCompany(tx, company);
  const contact = await readContact(tx, company, id);
  await requireUnchangedBy(tx, viewer, ifMatch, contact, {
    company,
    actions: ['create contact', 'update contact'],
    subject: id,
  });
  const changed = changedFields(contact, change);
  if (!changed) return contact;
  requireOurs(contact.syncedFrom, Object.keys(changed.after));
  await sql`update contacts set ${assignments(contactColumns, changed.after)}
    where workspace_id = ${workspace} and key = ${id}`.execute(tx);
  await audit(tx, { workspace, actor: user.id, action: 'update contact', company, subject: id, ...changed });
  return readContact(tx, company, id);
}
