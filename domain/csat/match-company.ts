/** By what a company was found, the surest first. */
export const MATCHES = ['key', 'contact', 'name', 'domain'] as const;
export type Match = (typeof MATCHES)[number];

/** A company that something in a delivery points to. */
export interface Candidate {
  readonly company: string;
  readonly by: Match;
}

export type Matched =
  | { readonly company: string; readonly by: Match }
  /** None: nothing points to a company. Several: it points to more than one, or in different directions. */
  | { readonly company: null; readonly why: 'none' | 'several' };

const WORDS: Readonly<Record<Match, string>> = {
  key: 'the company’s id',
  contact: 'the contact’s e-mail address',
  name: 'the company’s name',
  domain: 'the domain of the contact’s e-mail address',
};

/**
 * "Whose answer is this?" The company's id decides, where it is one of ours. Otherwise a contact with that e-mail address and
 * a company of that name, each as far as there is one, must leave exactly one company; where they leave several, or say
 * nothing, the domain of the address decides if it is that of one company's contacts only. Whatever stays open is left to people:
 * nothing is guessed. Domains at which anybody has a mailbox are nobody's.
 */
export function matchCompany(candidates: readonly Candidate[]): Matched {
  const by = (match: Match) =>
    new Set(candidates.filter((one) => one.by === match).map(({ company }) => company));
  const [key] = by('key');
  if (key !== undefined) return { company: key, by: 'key' };
  const [contact, name, domain] = [by('contact'), by('name'), by('domain')];
  const said = [contact, name].filter((companies) => companies.size > 0);
  const left = said.length === 2 ? intersection(contact, name) : (said[0] ?? domain);
  const found = left.size > 1 ? intersection(left, domain) : left;
  const [company] = found;
  if (company !== undefined && found.size === 1)
    return { company, by: contact.size > 0 ? 'contact' : name.size > 0 ? 'name' : 'domain' };
  return { company: null, why: candidates.length === 0 ? 'none' : 'several' };
}

/** "Found by the contact’s e-mail address." */
export function matchInWords(by: Match): string {
  return `Found by ${WORDS[by]}.`;
}

function intersection(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...one].filter((company) => other.has(company)));
}

const ANYBODY = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com aol.com gmx.com gmx.de gmx.net web.de mail.com proton.me protonmail.com comcast.net verizon.net att.net'.split(
    ' ',
  ),
);

/** The domain that may tell a company, in lower case; null: no address, or one at which anybody can have a mailbox. */
export function companyDomain(email: string | null): string | null {
  const domain = email?.split('@').at(1)?.trim().toLowerCase();
  return domain === undefined || domain === '' || ANYBODY.has(domain) ? null : domain;
}
