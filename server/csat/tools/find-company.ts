import { sql } from 'kysely';
import {
  type Candidate,
  companyDomain,
  matchCompany,
  matchInWords,
} from '../../../domain/csat/match-company.ts';
import type { DeliveredAnswer } from '../../../domain/csat/read-delivery.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/** Whose an answer is, and by what that was found; null: nobody's so far, and why. In words. */
export interface Found {
  readonly company: string | null;
  readonly words: string;
}

type Said = Pick<DeliveredAnswer, 'company' | 'companyName' | 'contactEmail' | 'contactName'>;

/** Looks for the company by the rule of domain/csat/match-company.ts. `tx` sees the whole workspace. */
export async function findCompany(tx: Tx, said: Said): Promise<Found> {
  const { company, companyName, contactEmail } = said;
  const { rows } = await sql<Candidate>`
    select key as company, 'key' as by from companies
      where workspace_id = (select current_workspace()) and key = ${company}
    union select company, 'contact' from contacts
      where workspace_id = (select current_workspace()) and lower(email) = lower(${contactEmail})
    union select key, 'name' from companies
      where workspace_id = (select current_workspace()) and lower(btrim(name)) = lower(btrim(${companyName}))
    union select company, 'domain' from contacts
      where workspace_id = (select current_workspace())
        and split_part(lower(email), '@', 2) = ${companyDomain(contactEmail)}`.execute(tx);
  const matched = matchCompany(rows);
  if (matched.company !== null) return { company: matched.company, words: matchInWords(matched.by) };
  return { company: null, words: missingInWords(said, matched.why) };
}

/** The contact of the company who answered: the one with the address or, where none is said, of the name; null: not known. */
export async function findContact(
  tx: Tx,
  company: string,
  { contactEmail, contactName }: Said,
): Promise<string | null> {
  const { rows } = await sql<{ key: string }>`
    select key from contacts where workspace_id = (select current_workspace()) and company = ${company}
      and (lower(email) = lower(${contactEmail})
        or (${contactEmail}::text is null and lower(btrim(name)) = lower(btrim(${contactName})))) limit 2`.execute(
    tx,
  );
  return rows.length === 1 ? rows[0]!.key : null;
}

function missingInWords({ company, companyName, contactEmail }: Said, why: 'none' | 'several'): string {
  const said = [
    company === null ? null : `the id “${company.slice(0, 100)}”`,
    companyName === null ? null : `the name “${companyName.slice(0, 200)}”`,
    contactEmail === null ? null : `an e-mail address at ${contactEmail.split('@').at(-1)!.slice(0, 100)}`,
  ].filter((one) => one !== null);
  if (said.length === 0) return 'It names no company.';
  if (why === 'several')
    return `More than one company fits ${said.join(' and ')}, or they contradict each other.`;
  return `No company is known by ${said.join(' or ')}.`;
}
