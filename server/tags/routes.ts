import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/tags.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { previewTags } from './preview-tags.ts';
import { readTags } from './read-tags.ts';
import { tagNames } from './tag-names.ts';
import { updateTags } from './update-tags.ts';

export function addTagRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.listTags, 'change_settings', async ({ viewer, reply }) => {
    const scope = { workspace: viewer.workspace, companies: 'all' as const };
    const tags = await inWorkspace(database, scope, (tx) => readTags(tx, viewer));
    void reply.header('etag', tags.etag);
    return reply.send(JSON.stringify(tags));
  });

  viewerRoute(app, context, contract.previewTags, 'change_settings', async ({ viewer, body }) => {
    const { tagUses, definitions } = viewer.loaded.portfolio;
    const known = new Set([...tagUses.keys(), ...definitions.stackItems.flatMap(({ tags }) => tags)]);
    const names = tagNames(body, known);
    return inWorkspace(database, scopeOfViewer(viewer), (tx) => previewTags(tx, viewer, names));
  });

  viewerRoute(app, context, contract.updateTags, 'change_settings', async (call) => {
    const { viewer, body, request, reply } = call;
    const tags = await change(context, call, 'all', (tx) =>
      updateTags(tx, viewer, body, request.headers['if-match']),
    );
    void reply.header('etag', tags.etag);
    return reply.send(JSON.stringify(tags));
  });
}
