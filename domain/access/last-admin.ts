import type { UserGrants } from './grants.ts';

type Person = Pick<UserGrants, 'id' | 'role' | 'active'>;

/**
 * Whether somebody is left who can manage users: an active admin who can sign in. Nobody is asked for while nobody can
 * sign in at all, as the workspace is yet to be set up. A change after which this is false is refused, whoever makes it
 * (the migration "deactivated-users" says the same of the database's rows).
 */
export function keepsAnAdmin(users: readonly Person[], canSignIn: ReadonlySet<string>): boolean {
  return canSignIn.size === 0 || users.some((user) => isActiveAdmin(user) && canSignIn.has(user.id));
}

export function isActiveAdmin({ role, active }: Person): boolean {
  return role === 'admin' && active;
}
