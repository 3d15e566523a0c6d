import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/metric-definitions.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { readDefinitions } from './read-definitions.ts';
import { saveDefinitions } from './save-definitions.ts';

export function addMetricDefinitionRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.getMetricDefinitions, 'change_settings', async (call) => {
    const { viewer, params, reply } = call;
    const scope = { workspace: viewer.workspace, companies: 'all' as const };
    const definitions = await inWorkspace(context.database, scope, (tx) =>
      readDefinitions(tx, viewer.loaded.grants, params.kind),
    );
    void reply.header('etag', definitions.etag);
    return definitions;
  });

  viewerRoute(app, context, contract.updateMetricDefinitions, 'change_settings', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const definitions = await change(context, call, 'all', (tx) =>
      saveDefinitions(tx, viewer, params.kind, body, request.headers['if-match']),
    );
    void reply.header('etag', definitions.etag);
    return definitions;
  });
}
