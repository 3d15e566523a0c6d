import { type CompanyScope, canSee, companyScope } from '../../domain/access/company-scope.ts';
import type { Grants } from '../../domain/access/grants.ts';
import type { ServerContext } from '../context.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { LoadedPortfolio } from '../portfolio/loaded-portfolio.ts';
import type { Identity } from './identity.ts';

/** A signed-in user with the workspace's portfolio and the companies in it that they see. */
export interface Viewer extends Identity {
  readonly scope: CompanyScope;
  readonly loaded: LoadedPortfolio;
}

/** Looks at the portfolio through the user's eyes, no older than the moment in which the user was identified. */
export async function viewerOf(context: ServerContext, identity: Identity): Promise<Viewer> {
  const loaded = await context.portfolios.portfolioOf(identity.workspace, context.now(), identity.revision);
  return { ...identity, loaded, scope: scopeOf(loaded.grants, identity.user.id) };
}

/** Refuses a company that the viewer does not see, or that does not exist, in the same words. */
export function requireCompany(viewer: Pick<Viewer, 'scope' | 'loaded'>, id: string): void {
  if (!seesCompany(viewer, id)) throw notFound('company', id);
}

export function seesCompany({ scope, loaded }: Pick<Viewer, 'scope' | 'loaded'>, id: string): boolean {
  return loaded.portfolio.slots.has(id) && canSee(scope, id);
}

/** Refuses whoever does not see every company: what goes in or out as a whole is not for them. */
export function requireEveryCompany({ scope, loaded }: Pick<Viewer, 'scope' | 'loaded'>): void {
  if (scope.all) return;
  for (const id of loaded.portfolio.slots.keys())
    if (!canSee(scope, id)) throw new Refusal('forbidden', 'This is for people who see every company.');
}

/** Grants are replaced when anything in them changes, so a scope holds as long as they do. */
const scopes = new WeakMap<Grants, Map<string, CompanyScope>>();

/** The companies that a user sees, kept per state of the grants. */
export function scopeOf(grants: Grants, user: string): CompanyScope {
  const known = scopes.get(grants) ?? new Map<string, CompanyScope>();
  scopes.set(grants, known);
  const scope = known.get(user) ?? companyScope(grants, user);
  known.set(user, scope);
  return scope;
}
