import type { Role } from './grants.ts';

/** What a role may do, in sentences; which companies it may do it to is the company scope's to say (docs/product.md §2). */
const ABILITIES = {
  read_companies: { sentence: 'read the companies they see', roles: ['admin', 'member', 'viewer'] },
  save_views: { sentence: 'save views of their own', roles: ['admin', 'member', 'viewer'] },
  make_api_keys: { sentence: 'make API keys that act as themselves', roles: ['admin', 'member', 'viewer'] },
  edit_companies: { sentence: 'change the companies they see', roles: ['admin', 'member'] },
  export_bundle: { sentence: 'take the whole portfolio out', roles: ['admin'] },
  import_bundle: { sentence: 'bring a portfolio in', roles: ['admin'] },
  load_demo: { sentence: 'load the demo portfolio', roles: ['admin'] },
  manage_users: { sentence: 'invite users and say what they see', roles: ['admin'] },
  read_activity: { sentence: 'read what everybody has changed', roles: ['admin'] },
  manage_jobs: { sentence: 'see the jobs of the server and let them run', roles: ['admin'] },
  change_settings: { sentence: 'change the settings of the workspace', roles: ['admin'] },
} as const satisfies Record<string, { readonly sentence: string; readonly roles: readonly Role[] }>;

export type Ability = keyof typeof ABILITIES;

export function may(role: Role, ability: Ability): boolean {
  const roles: readonly Role[] = ABILITIES[ability].roles;
  return roles.includes(role);
}

/** Completes "may (not) …" in a message or on the settings page. */
export function abilityInWords(ability: Ability): string {
  return ABILITIES[ability].sentence;
}
