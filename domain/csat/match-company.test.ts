import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, companyDomain, MATCHES, type Match, matchCompany } from './match-company.ts';

/** `key:acme` is "the company's id is acme's". */
const candidates = (text: string): Candidate[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => ({ by: one.split(':')[0] as Match, company: one.split(':')[1]! }));

test.each<[string, string, string]>([
  ['the id decides, whatever else is said', 'key:acme contact:beta name:beta', 'acme by key'],
  ['a contact’s address', 'contact:acme domain:acme', 'acme by contact'],
  ['a name', 'name:acme', 'acme by name'],
  ['a domain that one company has', 'domain:acme', 'acme by domain'],
  ['address and name that agree', 'contact:acme name:acme', 'acme by contact'],
  ['address and name that do not', 'contact:acme name:beta', 'several'],
  ['two companies of a name', 'name:acme name:beta', 'several'],
  ['two of a name, of which one has the domain', 'name:acme name:beta domain:beta', 'beta by name'],
  [
    'an address that two have, of which one is named',
    'contact:acme contact:beta name:beta',
    'beta by contact',
  ],
  ['a name, whatever the domain says', 'name:acme domain:beta', 'acme by name'],
  ['a domain of two', 'domain:acme domain:beta', 'several'],
  ['nothing', '', 'none'],
])('%s', (_, given, expected) => {
  const found = matchCompany(candidates(given));
  expect(found.company === null ? found.why : `${found.company} by ${found.by}`).toBe(expected);
});

test('a company that nothing points to is never found, and the order of what is said does not matter', () => {
  const candidate = fc.record({ company: fc.constantFrom('a', 'b', 'c'), by: fc.constantFrom(...MATCHES) });
  const oneKey = (list: readonly Candidate[]) => list.filter(({ by }) => by === 'key').length <= 1;
  fc.assert(
    fc.property(fc.array(candidate).filter(oneKey), (list) => {
      const found = matchCompany(list);
      if (found.company !== null) expect(list.map(({ company }) => company)).toContain(found.company);
      expect(matchCompany([...list].reverse())).toEqual(found);
    }),
  );
});

test.each([
  ['mia@Acme.example', 'acme.example'],
  ['mia@gmail.com', null],
  ['mia', null],
  ['mia@', null],
  [null, null],
])('the domain of %s is %s', (email, domain) => {
  expect(companyDomain(email)).toBe(domain);
});
