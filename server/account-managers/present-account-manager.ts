import type { AccountManager } from '../../contract/account-managers.ts';
import { assignedCompanies, managedAccountGroups } from '../../domain/access/account-managers.ts';
import { canSee } from '../../domain/access/company-scope.ts';
import type { Grants, UserGrants } from '../../domain/access/grants.ts';
import { namedAmong } from '../access/by-name.ts';
import type { Viewer } from '../access/viewer.ts';
import { etagOf } from '../platform/http/etag.ts';

/** An account manager as an admin sees them: with those of their companies that the admin sees. */
export function presentAccountManager(
  { scope }: Pick<Viewer, 'scope'>,
  grants: Grants,
  { id, name, email, active, accountManager, isManager }: UserGrants,
): AccountManager {
  const companies = assignedCompanies(grants, id);
  const groups = managedAccountGroups(grants, id).map((group) => group.id);
  return {
    id,
    name,
    email,
    active,
    isManager,
    companies: companies.filter((company) => canSee(scope, company)),
    accountGroups: namedAmong(grants.accountGroups, groups),
    etag: etagOf([accountManager, isManager, companies, groups]),
  };
}
