import { canSee } from '../../domain/access/company-scope.ts';
import type { Grants } from '../../domain/access/grants.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { seesCompany, type Viewer } from './viewer.ts';

/** Refuses ids in a field that are no user's (`unprocessable`). */
export function requireUsers({ users }: Grants, field: string, ids: readonly string[] = []): void {
  requireIn(new Set(users.map(({ id }) => id)), field, ids, 'the id of a user');
}

/** Refuses ids in a field that are no account group's. */
export function requireAccountGroups(
  { accountGroups }: Grants,
  field: string,
  ids: readonly string[] = [],
): void {
  requireIn(new Set(accountGroups.map(({ id }) => id)), field, ids, 'the id of an account group');
}

/** Refuses ids in a field that are no security group's. */
export function requireSecurityGroups(
  { securityGroups }: Grants,
  field: string,
  ids: readonly string[] = [],
): void {
  requireIn(new Set(securityGroups.map(({ id }) => id)), field, ids, 'the id of a security group');
}

/** Refuses companies that the viewer does not see, or that do not exist, in the same words. */
export function requireCompanies(
  viewer: Pick<Viewer, 'scope' | 'loaded'>,
  field: string,
  ids: readonly string[] = [],
): void {
  const unknown = ids.find((id) => !seesCompany(viewer, id));
  if (unknown !== undefined) throw wrong(field, unknown, 'the id of a company');
}

/** What a list of companies becomes: those that the viewer wants of the ones they see, and the others as they were. */
export function besideUnseen(
  { scope }: Pick<Viewer, 'scope'>,
  stored: readonly string[],
  wanted: readonly string[] | undefined,
): readonly string[] {
  return wanted === undefined ? stored : [...wanted, ...stored.filter((id) => !canSee(scope, id))];
}

/** Refuses a name that another group of the kind has (`conflict`): people tell groups by their names. */
export function requireFreeName(
  groups: readonly { readonly id: string; readonly name: string }[],
  id: string | null,
  name: string | undefined,
  kind: 'an account group' | 'a security group',
): void {
  if (groups.some((group) => group.id !== id && group.name === name))
    throw new Refusal('conflict', `There is ${kind} named "${name}" already.`);
}

function requireIn(
  known: ReadonlySet<string>,
  field: string,
  ids: readonly string[],
  expected: string,
): void {
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw wrong(field, unknown, expected);
}

function wrong(field: string, id: string, expected: string): Refusal {
  return new Refusal('unprocessable', `Field "${field}" has "${id}"; expected ${expected}.`);
}
