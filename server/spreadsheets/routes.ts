import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/spreadsheets.ts';
import { change } from '../access/change.ts';
import { userRoute, viewerRoute } from '../access/routes.ts';
import { requireEveryCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { importSheet } from './import-sheet.ts';
import { readSheetImports } from './read-imports.ts';
import { undoImport } from './undo-import.ts';

export function addSpreadsheetRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.importSheet, 'import_bundle', async ({ viewer, query, body }) => {
    requireEveryCompany(viewer);
    return importSheet(database, viewer, body, { dryRun: query.dryRun === 'true', now: context.now() });
  });

  userRoute(
    app,
    context,
    contract.listSheetImports,
    'import_bundle',
    async ({ identity: { workspace } }) => ({
      items: await inWorkspace(database, { workspace, companies: 'all' }, readSheetImports),
    }),
  );

  viewerRoute(app, context, contract.undoSheetImport, 'import_bundle', async (call) => {
    requireEveryCompany(call.viewer);
    return change(context, call, 'all', (tx) => undoImport(tx, call.viewer, call.params.id, context.now()));
  });
}
