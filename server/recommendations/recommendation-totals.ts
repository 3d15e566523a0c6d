import { sql } from 'kysely';
import type { RecommendationTotals } from '../../contract/recommendations.ts';
import { statusesInOrder } from '../../domain/recommendations/status.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { recommendationsWithWorth } from './amounts.ts';
import { type Filters, statusName, whichRecommendations } from './which-recommendations.ts';

type Sums = RecommendationTotals['whole'];

const NOTHING: Sums = { recommendations: 0, mrr: 0, oneTime: 0, weightedMrr: 0, weightedOneTime: 0 };

/** What the recommendations that the filters leave come to, by status. */
export async function recommendationTotals(
  database: Database,
  viewer: Viewer,
  filters: Filters,
): Promise<RecommendationTotals> {
  const { definitions } = viewer.loaded;
  const { scope, which } = whichRecommendations(viewer, filters);
  const { rows } = await inWorkspace(database, scope, (tx) =>
    sql<Sums & { readonly status: string | null }>`
      select ${statusName(definitions)} as status, count(*)::int as recommendations,
        sum(w.mrr)::bigint as mrr, sum(w.one_time)::bigint as "oneTime",
        sum(w.weighted_mrr)::bigint as "weightedMrr", sum(w.weighted_one_time)::bigint as "weightedOneTime"
      ${recommendationsWithWorth}
      where r.workspace_id = (select current_workspace()) and ${which} group by 1`.execute(tx),
  );
  const known = statusesInOrder(definitions.recommendationStatuses).map(({ name }) => name);
  const without = rows.filter(({ status }) => status === null);
  return {
    statuses: [
      ...known.map((status) => rows.find((row) => row.status === status) ?? { status, ...NOTHING }),
      ...without,
    ],
    whole: rows.reduce<Sums>(
      (sum, row) => ({
        recommendations: sum.recommendations + row.recommendations,
        mrr: sum.mrr + row.mrr,
        oneTime: sum.oneTime + row.oneTime,
        weightedMrr: sum.weightedMrr + row.weightedMrr,
        weightedOneTime: sum.weightedOneTime + row.weightedOneTime,
      }),
      NOTHING,
    ),
  };
}
