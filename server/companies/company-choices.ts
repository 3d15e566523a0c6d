import type { CompanyChoices } from '../../contract/company-choices.ts';
import type { Named } from '../../contract/values.ts';
import { ALL_COMPANIES } from '../../domain/access/grants.ts';
import { ownAccountGroups, placeForNewCompany } from '../../domain/access/new-company.ts';
import { compareText } from '../../domain/text/compare.ts';
import type { Viewer } from '../access/viewer.ts';
import { decidesOnOwners } from './profile-rights.ts';

/** What a viewer can set on a company's profile (see profile-rights.ts), and whether they can add a company. */
export function companyChoices({ user, loaded }: Pick<Viewer, 'user' | 'loaded'>): CompanyChoices {
  const { grants, portfolio, definitions } = loaded;
  const own = new Set(ownAccountGroups(grants, user.id));
  const groups = grants.accountGroups
    .filter((group) => !group.allCompanies && group.id !== ALL_COMPANIES)
    .filter((group) => user.role === 'admin' || own.has(group.id));
  const tags = [...portfolio.tagUses.keys(), ...definitions.stackItems.flatMap((item) => item.tags)];
  return {
    tags: [...new Set(tags)].sort(compareText),
    accountGroups: byName(groups),
    owners: decidesOnOwners({ user, loaded }) ? byName(grants.users) : null,
    newCompany: placeForNewCompany(grants, user.id),
  };
}

function byName(entries: readonly Named[]): Named[] {
  return entries
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}
