import type { AccountGroup } from '../../contract/account-groups.ts';
import { canSee } from '../../domain/access/company-scope.ts';
import {
  ALL_COMPANIES,
  type Grants,
  holdsEveryCompany,
  type AccountGroup as StoredGroup,
} from '../../domain/access/grants.ts';
import { namedAmong } from '../access/by-name.ts';
import type { Viewer } from '../access/viewer.ts';
import { etagOf } from '../platform/http/etag.ts';

/** An account group as an admin sees it: with those of its companies that they see. */
export function presentAccountGroup(
  { scope }: Pick<Viewer, 'scope'>,
  { users }: Grants,
  group: StoredGroup,
): AccountGroup {
  const { id, name, description, companies, accountManagers, members } = group;
  return {
    id,
    name,
    description,
    builtIn: id === ALL_COMPANIES,
    allCompanies: holdsEveryCompany(group),
    companies: companies.filter((company) => canSee(scope, company)),
    accountManagers: namedAmong(users, accountManagers),
    members: namedAmong(users, members),
    etag: etagOf([name, description, holdsEveryCompany(group), companies, accountManagers, members]),
  };
}
