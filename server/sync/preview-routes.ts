import type { FastifyInstance } from 'fastify';
import { matchConnectionRecord } from '../../contract/connections.ts';
import { previewConnection } from '../../contract/sync-runs.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireEveryCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { matchCompany } from './match-company.ts';
import { previewMirror } from './preview-mirror.ts';

/** What a sync would do, and which company is which, is for admins who see every company. */
export function addPreviewRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, previewConnection, 'change_settings', async ({ viewer, params, reply }) => {
    requireEveryCompany(viewer);
    const place = { workspace: viewer.workspace, connection: params.id };
    return reply.send(JSON.stringify(await previewMirror(context, place, context.now())));
  });

  viewerRoute(app, context, matchConnectionRecord, 'change_settings', async (call) => {
    const { viewer, params, body } = call;
    requireEveryCompany(viewer);
    const { workspace, user, loaded } = viewer;
    const place = { workspace, connection: params.id, record: params.record };
    await change(context, call, 'all', (tx) =>
      matchCompany(tx, { ...place, company: body.company, by: user.id, today: loaded.asOf }),
    );
  });
}
