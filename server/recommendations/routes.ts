import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/recommendations.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { readRecommendations } from './read-recommendations.ts';

export function addRecommendationRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.listRecommendations, 'read_companies', async (call) => {
    const { viewer, query, reply } = call;
    requireCompany(viewer, query.company);
    const scope = { workspace: viewer.workspace, companies: [query.company] };
    const items = await inWorkspace(context.database, scope, (tx) =>
      readRecommendations(tx, viewer.loaded.definitions, query.company),
    );
    return reply.send(JSON.stringify({ items }));
  });
}
