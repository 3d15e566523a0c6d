import { compareText } from '../../text/compare.ts';
import { foldedName } from '../../text/folded.ts';
import type { ContactRecord } from '../records.ts';
import { textCell } from './cells.ts';
import type { ChangedRows } from './changed-rows.ts';
import type { ApplyInput } from './input.ts';
import type { LinkBook } from './link-book.ts';

export const CONTACT_COLUMNS = ['key', 'company', 'name', 'email', 'title', 'active', 'primaryContact'];

/** Mailboxes of nobody in particular. */
const SHARED_MAILBOX = /^(info|admin|support|sales|accounts|noreply|scanner|copier)@/i;

/** "Is this contact of the PSA somebody who works there?" Active, a person by name, and no shared mailbox or service account. */
export function countsAsEmployee(contact: ContactRecord): boolean {
  const named = textCell(contact.firstName) !== '' || textCell(contact.lastName) !== '';
  return (
    contact.active && !contact.serviceAccount && named && !SHARED_MAILBOX.test(contact.email?.trim() ?? '')
  );
}

/** How many people work at each company of the PSA; only companies of which it has contacts. */
export function employeesByCompany(contacts: Iterable<ContactRecord>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const contact of contacts) {
    if (contact.company === null) continue;
    counts.set(contact.company, (counts.get(contact.company) ?? 0) + (countsAsEmployee(contact) ? 1 : 0));
  }
  return counts;
}

/**
 * Brings contacts in step. A new one is the one of ours at the same company that has its address, where that is one alone; what is
 * gone is inactive. The PSA's primary contact becomes ours where a company has none.
 */
export function planContacts(
  { mirror, present, today }: ApplyInput,
  companyOf: (record: string | null) => string | null,
  links: LinkBook,
  rows: ChangedRows,
): void {
  const withPrimary = new Set(
    [...present.contacts.values()].filter((row) => row.primaryContact === 'true').map((row) => row.company!),
  );
  const byAddress = unlinkedByAddress(present.contacts, links);
  const sorted = [...mirror.contacts].sort(([a], [b]) => compareText(a, b));
  const there = new Set<string>();
  for (const [record, contact] of sorted) {
    const company = companyOf(contact.company);
    if (company === null) continue;
    there.add(record);
    const link = links.of(record) ?? linkContact(links, record, byAddress, addressOf(company, contact.email));
    links.change(link, { goneOn: null });
    const primary = contact.primary && contact.active && !withPrimary.has(company);
    if (primary) withPrimary.add(company);
    rows.put(link.key, {
      key: link.key,
      company,
      name: contactName(record, contact),
      email: textCell(contact.email),
      title: textCell(contact.title),
      active: String(contact.active),
      // moved to another company, where somebody else may be the primary one, it is none any more
      ...(primary
        ? { primaryContact: 'true' }
        : movedFrom(rows, link.key, company)
          ? { primaryContact: '' }
          : {}),
    });
  }
  if (!mirror.read.has('contacts')) return;
  for (const link of links.all) {
    if (there.has(link.record)) continue;
    if (link.goneOn === null) links.change(link, { goneOn: today });
    if (rows.row(link.key)) rows.put(link.key, { active: 'false' });
  }
}

function movedFrom(rows: ChangedRows, key: string, company: string): boolean {
  const before = rows.row(key)?.company;
  return before !== undefined && before !== company;
}

function linkContact(links: LinkBook, record: string, byAddress: Map<string, string[]>, address: string) {
  const [key, ...others] = byAddress.get(address) ?? [];
  byAddress.delete(address);
  const found = key !== undefined && others.length === 0;
  return links.make(record, found ? { key, made: 'matched' } : { made: 'created' });
}

/** Contacts of ours that no record is linked with, by company and e-mail address. */
function unlinkedByAddress(
  contacts: ApplyInput['present']['contacts'],
  links: LinkBook,
): Map<string, string[]> {
  const linked = new Set(links.all.map(({ key }) => key));
  const found = new Map<string, string[]>();
  for (const [key, { company = '', email = '' }] of contacts) {
    if (email === '' || linked.has(key)) continue;
    const address = addressOf(company, email);
    found.set(address, [...(found.get(address) ?? []), key]);
  }
  return found;
}

const addressOf = (company: string, email: string | null) =>
  JSON.stringify([company, foldedName(email ?? '')]);

function contactName(record: string, { firstName, lastName, email, title }: ContactRecord): string {
  const name = [textCell(firstName), textCell(lastName)].filter((part) => part !== '').join(' ');
  return name || textCell(email) || textCell(title) || `Contact ${record}`;
}
