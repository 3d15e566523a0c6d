import { sql } from 'kysely';
import type { Contact, ContactChange } from '../../contract/contacts.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { type StoredSource, syncedFrom } from '../sync/synced-from.ts';

/** The fields of a contact that a person sets. */
export const contactColumns = {
  name: 'name',
  email: 'email',
  title: 'title',
  active: 'active',
  decisionMaker: 'decision_maker',
} as const satisfies Record<keyof ContactChange, string>;

/** A company's contacts, by name then id. The transaction must see the company. */
export async function readContacts(tx: Tx, company: string): Promise<Contact[]> {
  const { rows } = await sql<Omit<Contact, 'syncedFrom'> & { source: StoredSource | null }>`
    select key as id, name, email, title, coalesce(active, true) as active,
      coalesce(decision_maker, false) as "decisionMaker", coalesce(primary_contact, false) as "primary",
      synced_from('contacts', key) as source, '"' || md5(c::text) || '"' as etag
    from contacts c where workspace_id = (select current_workspace()) and company = ${company}`.execute(tx);
  const contacts = rows.map(({ source, ...row }) => ({ ...row, syncedFrom: syncedFrom('contacts', source) }));
  return contacts.sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}

export async function readContact(tx: Tx, company: string, id: string): Promise<Contact> {
  const contact = (await readContacts(tx, company)).find((candidate) => candidate.id === id);
  if (!contact) throw notFound('contact', id);
  return contact;
}
