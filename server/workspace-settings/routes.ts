import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/workspace-settings.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { mediansOf, readSettings } from './read-settings.ts';
import { updateSettings } from './update-settings.ts';

export function addWorkspaceSettingsRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.getWorkspaceSettings, 'change_settings', async ({ viewer, reply }) => {
    const settings = await inWorkspace(context.database, scopeOfViewer(viewer), (tx) =>
      readSettings(tx, viewer, context.now()),
    );
    void reply.header('etag', settings.etag);
    return settings;
  });

  viewerRoute(app, context, contract.updateWorkspaceSettings, 'change_settings', async (call) => {
    const { viewer, body, request, reply } = call;
    const settings = await change(context, call, 'all', (tx) =>
      updateSettings(tx, viewer, body, request.headers['if-match'], context.now()),
    );
    void reply.header('etag', settings.etag);
    // a rate or the currency moves every MRR that the medians are taken of
    const loaded = await context.portfolios.portfolioOf(viewer.workspace, context.now());
    return { ...settings, medians: mediansOf(loaded) };
  });
}
