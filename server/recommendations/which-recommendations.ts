import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { getRecommendationTotals } from '../../contract/recommendations.ts';
import { canSee } from '../../domain/access/company-scope.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import { isOpen, statusOf } from '../../domain/recommendations/status.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import { searchNames } from '../companies/company-names.ts';
import type { TransactionScope } from '../platform/database/transaction.ts';

export type Filters = z.output<NonNullable<typeof getRecommendationTotals.query>>;

/** Which recommendations a list is about: those of the companies that the viewer sees, as far as the filters leave them. */
export function whichRecommendations(
  viewer: Viewer,
  { company, search, status, open, owner, priority, category, quarter }: Filters,
): { readonly scope: TransactionScope; readonly which: RawBuilder<unknown> } {
  if (company !== undefined) requireCompany(viewer, company);
  const { recommendationStatuses } = viewer.loaded.definitions;
  const words = search?.trim() ?? '';
  const conditions = [
    ...(company === undefined ? [] : [sql`r.company = ${company}`]),
    ...(words === '' ? [] : [found(viewer, words)]),
    ...(status ? [sql`${statusName(viewer.loaded.definitions)} = any(${status})`] : []),
    ...(open === undefined
      ? []
      : [
          sql`coalesce(${statusName(viewer.loaded.definitions)} = any(${recommendationStatuses
            .filter((one) => isOpen(one))
            .map(({ name }) => name)}), true) = ${open === 'true'}`,
        ]),
    ...(owner ? [sql`r.owner = any(${owner})`] : []),
    ...(priority ? [sql`r.priority = any(${priority})`] : []),
    ...(category ? [sql`r.category = any(${category})`] : []),
    ...(quarter ? [sql`r.target_quarter = any(${quarter})`] : []),
  ];
  return {
    scope:
      company === undefined ? scopeOfViewer(viewer) : { workspace: viewer.workspace, companies: [company] },
    which: sql.join([sql`true`, ...conditions], sql` and `),
  };
}

/** The name of r's status by the rule of domain/recommendations/status.ts; null: the workspace has none for it. */
export function statusName({ recommendationStatuses }: Pick<Definitions, 'recommendationStatuses'>) {
  const names = recommendationStatuses.map(({ name }) => name);
  const unnamed = statusOf(recommendationStatuses, null)?.name ?? null;
  return sql<
    string | null
  >`case when r.status = any(${names}::text[]) then r.status else ${unnamed}::text end`;
}

/** Titles that contain the words, and everything to companies whose name fits them. */
function found({ scope, loaded: { portfolio } }: Viewer, words: string): RawBuilder<unknown> {
  const seen = Int32Array.from(portfolio.slots.values()).filter((slot) =>
    canSee(scope, portfolio.ids[slot]!),
  );
  const companies = [...searchNames(portfolio, seen, words).keys()].map((slot) => portfolio.ids[slot]!);
  return sql`(strpos(lower(r.title), lower(${words})) > 0 or r.company = any(${companies}::text[]))`;
}
