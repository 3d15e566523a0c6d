import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/alignment.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { cellOf, cellsOf } from './cell.ts';
import { linkRecommendation } from './link-recommendation.ts';
import { addMatrixRoutes } from './matrix-routes.ts';
import { addAlignmentNoteRoutes } from './note-routes.ts';
import { readGrid, readSaved } from './read-rows.ts';
import { unlinkRecommendation } from './unlink-recommendation.ts';
import { updateAlignment } from './update-alignment.ts';
import { updateAlignments } from './update-alignments.ts';

export function addAlignmentRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.listAlignments, 'read_companies', async ({ viewer, params, reply }) => {
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const grid = await inWorkspace(database, scope, (tx) => readGrid(tx, viewer.loaded, params.id));
    return reply.send(JSON.stringify(grid));
  });

  viewerRoute(app, context, contract.getAlignment, 'read_companies', async ({ viewer, params, reply }) => {
    const cell = cellOf(viewer, params);
    const scope = { workspace: viewer.workspace, companies: [cell.company] };
    const row = await inWorkspace(database, scope, (tx) => readSaved(tx, viewer.loaded, cell));
    void reply.header('etag', row.etag);
    return row;
  });

  viewerRoute(app, context, contract.updateAlignment, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const cell = cellOf(viewer, params);
    const saved = await change(context, call, [cell.company], (tx) =>
      updateAlignment(tx, viewer, cell, body, request.headers['if-match']),
    );
    void reply.header('etag', saved.etag);
    return saved;
  });

  viewerRoute(app, context, contract.updateAlignments, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    const cells = cellsOf(viewer, [{ company: params.id, stackItems: body.stackItems }]);
    await change(context, call, [params.id], (tx) => updateAlignments(tx, viewer, cells, body.change));
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const grid = await inWorkspace(database, scope, (tx) => readGrid(tx, viewer.loaded, params.id));
    return reply.send(JSON.stringify(grid));
  });

  viewerRoute(app, context, contract.linkRecommendation, 'edit_companies', async (call) => {
    const { viewer, params, body } = call;
    const cell = cellOf(viewer, params);
    return change(context, call, [cell.company], async (tx) => {
      await linkRecommendation(tx, viewer, cell, body);
      return readSaved(tx, viewer.loaded, cell);
    });
  });

  viewerRoute(app, context, contract.unlinkRecommendation, 'edit_companies', async (call) => {
    const { viewer, params } = call;
    const cell = cellOf(viewer, params);
    return change(context, call, [cell.company], async (tx) => {
      await unlinkRecommendation(tx, viewer, cell, params.recommendation);
      return readSaved(tx, viewer.loaded, cell);
    });
  });

  addAlignmentNoteRoutes(app, context);
  addMatrixRoutes(app, context);
}
