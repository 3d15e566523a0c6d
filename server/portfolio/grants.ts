import { type Kysely, sql } from 'kysely';
import {
  type AccountGroup,
  ALL_COMPANIES,
  type Grants,
  type SecurityGroup,
  type UserGrants,
} from '../../domain/access/grants.ts';
import type { Tables } from '../platform/database/tables.ts';

/**
 * Who was granted what in the workspace of the transaction, each list by key. The built-in groups of both kinds are
 * there even while nothing is stored about them, and hold every company whatever is stored.
 */
export async function loadGrants(tx: Kysely<Tables>): Promise<Grants> {
  const users = await sql<UserGrants>`
    select key as id, name, email, role, deactivated is not true as active, coalesce(account_manager, false) as "accountManager",
      coalesce(is_manager, false) as "isManager"
    from users where workspace_id = (select current_workspace()) order by key collate "C"`.execute(tx);
  const securityGroups = await sql<SecurityGroup>`
    select key as id, name, coalesce(all_companies, false) as "allCompanies",
      ${listed('security_group_companies', 'security_group', 'company')} as companies,
      ${listed('security_group_users', 'security_group', 'user')} as users
    from security_groups g where workspace_id = (select current_workspace()) order by key collate "C"`.execute(
    tx,
  );
  const accountGroups = await sql<AccountGroup>`
    select key as id, name, description, coalesce(all_companies, false) as "allCompanies",
      ${listed('account_group_companies', 'account_group', 'company')} as companies,
      ${listed('account_group_members', 'account_group', 'user')} as members,
      ${listed('account_group_account_managers', 'account_group', 'user')} as "accountManagers"
    from account_groups g where workspace_id = (select current_workspace()) order by key collate "C"`.execute(
    tx,
  );
  const assigned = await sql<Grants['accountManagerCompanies'][number]>`
    select "user", company from account_manager_companies where workspace_id = (select current_workspace())
    order by "user" collate "C", company collate "C"`.execute(tx);
  return {
    users: users.rows,
    securityGroups: withBuiltIn(securityGroups.rows, { users: [] }),
    accountGroups: withBuiltIn(accountGroups.rows, { description: null, members: [], accountManagers: [] }),
    accountManagerCompanies: assigned.rows,
  };
}

/** The keys that a group of the outer query holds in one of its lists. */
function listed(table: string, group: string, member: string) {
  const [m, of] = [sql.ref(member), sql.ref(group)];
  return sql`array(select ${m} from ${sql.table(table)} where workspace_id = g.workspace_id and ${of} = g.key order by ${m} collate "C")`;
}

interface Group {
  readonly id: string;
  readonly name: string;
  readonly allCompanies: boolean;
  readonly companies: readonly string[];
}

function withBuiltIn<G extends Group>(groups: readonly G[], nobody: Omit<G, keyof Group>): readonly G[] {
  const stored = groups.find((group) => group.id === ALL_COMPANIES);
  if (stored) return groups.map((group) => (group === stored ? { ...group, allCompanies: true } : group));
  const builtIn = { id: ALL_COMPANIES, name: 'All companies', allCompanies: true, companies: [], ...nobody };
  return [builtIn as Group as G, ...groups];
}
