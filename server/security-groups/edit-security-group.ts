import type { SecurityGroupChange } from '../../contract/security-groups.ts';
import { withoutSecurityGroup, withSecurityGroup } from '../../domain/access/edit-grants.ts';
import { ALL_COMPANIES, type Grants, type SecurityGroup } from '../../domain/access/grants.ts';
import { besideUnseen, requireCompanies, requireFreeName, requireUsers } from '../access/require-known.ts';
import type { Viewer } from '../access/viewer.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';

/** What a group that is only being made starts from. */
export const newSecurityGroup = (id: string): SecurityGroup => ({
  id,
  name: '',
  allCompanies: false,
  companies: [],
  users: [],
});

export function securityGroupOf({ securityGroups }: Grants, id: string): SecurityGroup {
  const group = securityGroups.find((candidate) => candidate.id === id);
  if (!group) throw notFound('security group', id);
  return group;
}

/**
 * The grants with a security group changed, or made. Refuses what is not known and a name that is taken; of the built-in
 * group only the users change (`unprocessable`).
 */
export function editSecurityGroup(
  viewer: Pick<Viewer, 'scope' | 'loaded'>,
  grants: Grants,
  group: SecurityGroup,
  { name, allCompanies, companies, users }: SecurityGroupChange,
): Grants {
  if (group.id === ALL_COMPANIES && [name, allCompanies, companies].some((it) => it !== undefined))
    throw new Refusal(
      'unprocessable',
      'The group of all companies is built in: only its users can be changed.',
    );
  requireFreeName(grants.securityGroups, group.id, name, 'a security group');
  requireCompanies(viewer, 'companies', companies);
  requireUsers(grants, 'users', users);
  return withSecurityGroup(grants, {
    id: group.id,
    name: name ?? group.name,
    allCompanies: allCompanies ?? group.allCompanies,
    companies: besideUnseen(viewer, group.companies, companies),
    users: users ?? group.users,
  });
}

/** The grants without a security group; the built-in one stays (`conflict`). */
export function dropSecurityGroup(grants: Grants, { id }: SecurityGroup): Grants {
  if (id === ALL_COMPANIES)
    throw new Refusal(
      'conflict',
      'The group of all companies is built in and stays. Take its users out instead.',
    );
  return withoutSecurityGroup(grants, id);
}
