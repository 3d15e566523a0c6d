/** Who was granted what in one workspace: all that decides which companies a user sees (docs/product.md §2). */
export interface Grants {
  readonly users: readonly UserGrants[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly accountGroups: readonly AccountGroup[];
  /** Companies assigned to a user directly as account manager. */
  readonly accountManagerCompanies: readonly { readonly user: string; readonly company: string }[];
}

export interface UserGrants {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** False: deactivated; they cannot sign in, and see nothing. */
  readonly active: boolean;
  /** Listed as an account manager; by itself it grants nothing. */
  readonly accountManager: boolean;
  readonly isManager: boolean;
}

export const ROLES = ['admin', 'member', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** The key of the built-in "All companies" group of either kind. */
export const ALL_COMPANIES = 'all';

export interface SecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly allCompanies: boolean;
  readonly companies: readonly string[];
  readonly users: readonly string[];
}

export interface AccountGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly allCompanies: boolean;
  readonly companies: readonly string[];
  readonly members: readonly string[];
  readonly accountManagers: readonly string[];
}

/** A built-in group holds every company whatever its row says. */
export function holdsEveryCompany({ id, allCompanies }: Pick<SecurityGroup, 'id' | 'allCompanies'>): boolean {
  return allCompanies || id === ALL_COMPANIES;
}
