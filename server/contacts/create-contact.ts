import { sql } from 'kysely';
import type { Contact, NewContact } from '../../contract/contacts.ts';
import { audit } from '../access/audit.ts';
import type { Viewer } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import { insertion } from '../platform/database/changed-fields.ts';
import { newKeys } from '../platform/database/new-keys.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { contactColumns, readContact } from './read-contacts.ts';

/** Adds a contact to a company. Its key begins with the company's, so that it says nothing of others'. */
export async function createContact(
  tx: Tx,
  { workspace, user }: Viewer,
  company: string,
  contact: NewContact,
): Promise<Contact> {
  await lockCompany(tx, company);
  const key = await insertContact(tx, workspace, company, contact);
  await audit(tx, {
    workspace,
    actor: user.id,
    action: 'create contact',
    company,
    subject: key,
    after: contact,
  });
  return readContact(tx, company, key);
}

async function insertContact(
  tx: Tx,
  workspace: string,
  company: string,
  contact: NewContact,
): Promise<string> {
  const { columns, values } = insertion(contactColumns, contact);
  const keys = newKeys(`${company} ${contact.name}`);
  for (;;) {
    const key = keys.next().value;
    const { rows } = await sql`insert into contacts (workspace_id, key, company${columns})
      values (${workspace}, ${key}, ${company}${values}) on conflict do nothing returning key`.execute(tx);
    if (rows.length > 0) return key;
  }
}
