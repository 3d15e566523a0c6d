import type { AccessPreview, SomeCompanies } from '../../contract/permissions.ts';
import { accessChanges } from '../../domain/access/access-change.ts';
import { canSee } from '../../domain/access/company-scope.ts';
import type { Grants } from '../../domain/access/grants.ts';
import { compareText } from '../../domain/text/compare.ts';
import { byName } from '../access/by-name.ts';
import type { Viewer } from '../access/viewer.ts';

/** So many companies are named; the rest is counted. */
const NAMED = 20;

/** Who gains and who loses which companies when the grants become these, as far as the viewer sees the companies. */
export function previewAccess({ scope, loaded }: Viewer, after: Grants): AccessPreview {
  const { portfolio, grants } = loaded;
  const nameOf = (id: string) => portfolio.names[portfolio.slots.get(id)!]!;
  const companies = [...portfolio.slots.keys()];
  const seen = companies.filter((id) => canSee(scope, id));
  const some = (ids: readonly string[]): SomeCompanies => ({
    count: ids.length,
    names: ids.map(nameOf).sort(compareText).slice(0, NAMED),
  });
  const users = accessChanges(grants, after, seen).map(({ user, gains, loses }) => ({
    user: { id: user, name: [...after.users, ...grants.users].find(({ id }) => id === user)!.name },
    gains: some(gains),
    loses: some(loses),
  }));
  return {
    users: users.sort((a, b) => byName(a.user, b.user)),
    everyCompany: seen.length === companies.length,
  };
}
