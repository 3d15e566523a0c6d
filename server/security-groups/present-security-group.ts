import type { SecurityGroup } from '../../contract/security-groups.ts';
import { canSee } from '../../domain/access/company-scope.ts';
import {
  ALL_COMPANIES,
  type Grants,
  holdsEveryCompany,
  type SecurityGroup as StoredGroup,
} from '../../domain/access/grants.ts';
import { namedAmong } from '../access/by-name.ts';
import type { Viewer } from '../access/viewer.ts';
import { etagOf } from '../platform/http/etag.ts';

/** A security group as an admin sees it: with those of its companies that they see. */
export function presentSecurityGroup(
  { scope }: Pick<Viewer, 'scope'>,
  { users }: Grants,
  group: StoredGroup,
): SecurityGroup {
  const { id, name, companies } = group;
  return {
    id,
    name,
    builtIn: id === ALL_COMPANIES,
    allCompanies: holdsEveryCompany(group),
    companies: companies.filter((company) => canSee(scope, company)),
    users: namedAmong(users, group.users),
    etag: etagOf([name, holdsEveryCompany(group), companies, group.users]),
  };
}
