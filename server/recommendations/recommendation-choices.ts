import { sql } from 'kysely';
import type { RecommendationChoices } from '../../contract/recommendations.ts';
import { PRIORITIES, sortedPriorities } from '../../domain/recommendations/priority.ts';
import { statusesInOrder } from '../../domain/recommendations/status.ts';
import { compareText } from '../../domain/text/compare.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Database } from '../platform/database/database.ts';
import { inWorkspace } from '../platform/database/transaction.ts';

interface InUse {
  readonly categories: readonly string[];
  readonly priorities: readonly string[];
  readonly quarters: readonly string[];
}

/** What recommendations can be given; what is in use is said of the companies that the viewer sees. */
export async function recommendationChoices(
  database: Database,
  viewer: Viewer,
): Promise<RecommendationChoices> {
  const { rows } = await inWorkspace(database, scopeOfViewer(viewer), (tx) =>
    sql<InUse>`
      select coalesce(array_agg(distinct category) filter (where category is not null), '{}') as categories,
        coalesce(array_agg(distinct priority) filter (where priority is not null), '{}') as priorities,
        coalesce(array_agg(distinct target_quarter) filter (where target_quarter is not null), '{}') as quarters
      from recommendations where workspace_id = (select current_workspace())`.execute(tx),
  );
  const { categories, priorities, quarters } = rows[0]!;
  return {
    statuses: statusesInOrder(viewer.loaded.definitions.recommendationStatuses).map(
      ({ name, state, color }) => ({ name, state, color }),
    ),
    categories: [...categories].sort(compareText),
    priorities: sortedPriorities([...PRIORITIES, ...priorities]),
    quarters: [...quarters].sort(compareText),
  };
}
