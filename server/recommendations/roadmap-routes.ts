import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { getClientRoadmap } from '../../contract/client-roadmap.ts';
import type { Recommendation } from '../../contract/recommendations.ts';
import { getBudgetCsv, getRoadmap } from '../../contract/roadmap.ts';
import type { Named } from '../../contract/values.ts';
import { budget } from '../../domain/recommendations/budget.ts';
import { byUrgency } from '../../domain/recommendations/by-urgency.ts';
import { roadmap } from '../../domain/recommendations/roadmap.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { csvFile } from '../platform/csv.ts';
import { inWorkspace, type Tx } from '../platform/database/transaction.ts';
import { contentDisposition } from '../platform/http/attachment.ts';
import { budgetColumns, budgetRows } from './budget-csv.ts';
import { readClientRoadmap } from './client-roadmap.ts';
import { readRecommendations } from './read-recommendations.ts';

/** A company's recommendations by quarter and what they cost it: for us, for a spreadsheet, and for its people. */
export function addRoadmapRoutes(app: FastifyInstance, context: ServerContext): void {
  const about = <Result>(viewer: Viewer, id: string, read: (tx: Tx) => Promise<Result>): Promise<Result> => {
    requireCompany(viewer, id);
    return inWorkspace(context.database, { workspace: viewer.workspace, companies: [id] }, read);
  };
  const recommendationsOf = (viewer: Viewer, id: string): Promise<Recommendation[]> =>
    about(viewer, id, async (tx) =>
      (await readRecommendations(tx, viewer.loaded.definitions, id)).sort(byUrgency),
    );

  viewerRoute(app, context, getRoadmap, 'read_companies', async ({ viewer, params, reply }) => {
    const all = await recommendationsOf(viewer, params.id);
    const { asOf } = viewer.loaded;
    return reply.send(
      JSON.stringify({
        company: named(viewer, params.id),
        asOf,
        columns: roadmap(all, asOf),
        budget: { gross: budget(all, asOf), weighted: budget(all, asOf, 'weighted') },
      }),
    );
  });

  viewerRoute(app, context, getBudgetCsv, 'read_companies', async ({ viewer, params, query, reply }) => {
    const all = await recommendationsOf(viewer, params.id);
    const rows = budgetRows(budget(all, viewer.loaded.asOf, query.weighing));
    const weighted = query.weighing === 'weighted' ? ', weighted' : '';
    return reply
      .type('text/csv; charset=utf-8')
      .header(
        'content-disposition',
        contentDisposition(`${named(viewer, params.id).name} budget${weighted}.csv`),
      )
      .send(Readable.from(csvFile(budgetColumns, rows)));
  });

  viewerRoute(app, context, getClientRoadmap, 'read_companies', async ({ viewer, params, reply }) =>
    reply.send(
      JSON.stringify(
        await about(viewer, params.id, (tx) =>
          readClientRoadmap(tx, viewer.loaded, named(viewer, params.id)),
        ),
      ),
    ),
  );
}

/** A company that the viewer sees, by its name. */
function named({ loaded: { portfolio } }: Viewer, id: string): Named {
  return { id, name: portfolio.names[portfolio.slots.get(id)!]! };
}
