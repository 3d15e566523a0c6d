import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/metrics.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { clearScore } from './clear-score.ts';
import { endOverride } from './end-override.ts';
import { scorePlaceOf } from './locked-score.ts';
import { readMetrics } from './read-metrics.ts';
import { setOverride } from './set-override.ts';
import { setScore } from './set-score.ts';

export function addMetricRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.getCompanyMetrics, 'read_companies', async ({ viewer, params }) => {
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    return inWorkspace(context.database, scope, (tx) =>
      readMetrics(tx, viewer.loaded, params.id, params.kind),
    );
  });

  viewerRoute(app, context, contract.setMetricScore, 'edit_companies', async (call) => {
    const { viewer, params, body, request } = call;
    const place = scorePlaceOf(viewer, params);
    return change(context, call, [place.company], (tx) =>
      setScore(tx, viewer, place, body, request.headers['if-match']),
    );
  });

  viewerRoute(app, context, contract.clearMetricScore, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const place = scorePlaceOf(viewer, params);
    return change(context, call, [place.company], (tx) =>
      clearScore(tx, viewer, place, request.headers['if-match']),
    );
  });

  viewerRoute(app, context, contract.setHealthOverride, 'edit_companies', async (call) => {
    const { viewer, params, body, request } = call;
    requireCompany(viewer, params.id);
    return change(context, call, [params.id], (tx) =>
      setOverride(tx, viewer, params.id, body, request.headers['if-match']),
    );
  });

  viewerRoute(app, context, contract.endHealthOverride, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    requireCompany(viewer, params.id);
    return change(context, call, [params.id], (tx) =>
      endOverride(tx, viewer, params.id, request.headers['if-match']),
    );
  });
}
