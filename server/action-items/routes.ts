import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/action-items.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { createActionItem } from './create-action-item.ts';
import { deleteActionItem } from './delete-action-item.ts';
import { listActionItems } from './list-action-items.ts';
import { updateActionItem } from './update-action-item.ts';

export function addActionItemRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.listActionItems, 'read_companies', ({ viewer, query }) =>
    listActionItems(database, viewer, query),
  );

  viewerRoute(app, context, contract.createActionItem, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    const place = await placeOfRow(database, viewer, 'meetings', params.id);
    const created = await change(context, call, [place.company], (tx) =>
      createActionItem(tx, viewer, place, body),
    );
    void reply.header('etag', created.etag);
    return created;
  });

  viewerRoute(app, context, contract.updateActionItem, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const place = await placeOfRow(database, viewer, 'action_items', params.id);
    const updated = await change(context, call, [place.company], (tx) =>
      updateActionItem(tx, viewer, place, body, request.headers['if-match']),
    );
    void reply.header('etag', updated.etag);
    return updated;
  });

  viewerRoute(app, context, contract.deleteActionItem, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const place = await placeOfRow(database, viewer, 'action_items', params.id);
    await change(context, call, [place.company], (tx) =>
      deleteActionItem(tx, viewer, place, request.headers['if-match']),
    );
  });
}
