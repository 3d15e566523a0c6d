import type { ProposedChange } from '../../contract/permissions.ts';
import { inAccountGroups, inSecurityGroups, withUser } from '../../domain/access/edit-grants.ts';
import type { Grants } from '../../domain/access/grants.ts';
import { requireAccountGroups, requireSecurityGroups } from '../access/require-known.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import {
  accountGroupOf,
  dropAccountGroup,
  editAccountGroup,
  newAccountGroup,
} from '../account-groups/edit-account-group.ts';
import {
  accountManagerOf,
  dropAccountManager,
  editAccountManager,
} from '../account-managers/edit-account-manager.ts';
import { editCompanyGroups } from '../company-groups/edit-company-groups.ts';
import {
  dropSecurityGroup,
  editSecurityGroup,
  newSecurityGroup,
  securityGroupOf,
} from '../security-groups/edit-security-group.ts';
import { editUser, userOf } from '../users/edit-user.ts';

/** An id that nothing stored has. */
const NEW = '\0new';

/** The grants as they would be after a change, which is refused where the change itself would be. */
export function proposedGrants(viewer: Viewer, proposed: ProposedChange): Grants {
  const { grants } = viewer.loaded;
  switch (proposed.kind) {
    case 'accountGroup': {
      const group = proposed.id === null ? newAccountGroup(NEW) : accountGroupOf(grants, proposed.id);
      return proposed.change
        ? editAccountGroup(viewer, grants, group, proposed.change)
        : dropAccountGroup(grants, group);
    }
    case 'securityGroup': {
      const group = proposed.id === null ? newSecurityGroup(NEW) : securityGroupOf(grants, proposed.id);
      return proposed.change
        ? editSecurityGroup(viewer, grants, group, proposed.change)
        : dropSecurityGroup(grants, group);
    }
    case 'accountManager':
      return proposed.change
        ? editAccountManager(viewer, grants, userOf(grants, proposed.id), proposed.change)
        : dropAccountManager(grants, accountManagerOf(grants, proposed.id));
    case 'companyGroups':
      requireCompany(viewer, proposed.id);
      return editCompanyGroups(grants, proposed.id, proposed.accountGroups);
    case 'user':
      return editUser(grants, userOf(grants, proposed.id), proposed.change);
    case 'userActive':
      return withUser(grants, { ...userOf(grants, proposed.id), active: proposed.active });
    case 'newUser':
      return withNewUser(grants, proposed);
  }
}

function withNewUser(
  grants: Grants,
  { name, role, securityGroups, accountGroups }: Extract<ProposedChange, { kind: 'newUser' }>,
): Grants {
  requireSecurityGroups(grants, 'securityGroups', securityGroups);
  requireAccountGroups(grants, 'accountGroups', accountGroups);
  const flags = { active: true, accountManager: false, isManager: false };
  const added = withUser(grants, { id: NEW, name, email: '', role, ...flags });
  return inAccountGroups(inSecurityGroups(added, NEW, securityGroups), NEW, accountGroups);
}
