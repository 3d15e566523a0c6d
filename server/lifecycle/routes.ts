import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/lifecycle.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { moveStage } from './move-stage.ts';
import { readBoard } from './read-board.ts';
import { readBoardFilters } from './read-board-filters.ts';
import { readLifecycle } from './read-lifecycle.ts';

export function addLifecycleRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.getLifecycleBoard, 'read_companies', async (call) => {
    const { viewer, request, reply } = call;
    const board = await readBoard(database, viewer, readBoardFilters(viewer, request));
    return reply.send(JSON.stringify(board));
  });

  viewerRoute(app, context, contract.getLifecycle, 'read_companies', async ({ viewer, params, reply }) => {
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const lifecycle = await inWorkspace(database, scope, (tx) => readLifecycle(tx, viewer.loaded, params.id));
    void reply.header('etag', lifecycle.etag);
    return lifecycle;
  });

  viewerRoute(app, context, contract.moveStage, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    requireCompany(viewer, params.id);
    const lifecycle = await change(context, call, [params.id], (tx) =>
      moveStage(tx, viewer, params.id, body, request.headers['if-match']),
    );
    void reply.header('etag', lifecycle.etag);
    return lifecycle;
  });
}
