import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/stack-merge.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { mergeItem } from './merge-item.ts';
import { mergeProduct } from './merge-product.ts';
import { planItemMerge } from './plan-item-merge.ts';
import { planProductMerge } from './plan-product-merge.ts';
import { presentItemMerge } from './present-item-merge.ts';
import { readStack } from './read-stack.ts';

/** A merge is about every company, whoever does it; what is told of it, about those that they see. */
export function addStackMergeRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.previewItemMerge, 'change_settings', (call) => {
    const { viewer, params, query } = call;
    const scope = { workspace: viewer.workspace, companies: 'all' } as const;
    return inWorkspace(context.database, scope, async (tx) =>
      presentItemMerge(await planItemMerge(tx, await readStack(tx), params.id, query.into), viewer),
    );
  });

  viewerRoute(app, context, contract.mergeStackItem, 'change_settings', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const item = await change(context, call, 'all', (tx) =>
      mergeItem(tx, viewer, params.id, body.into, request.headers['if-match']),
    );
    void reply.header('etag', item.etag);
    return item;
  });

  viewerRoute(app, context, contract.previewProductMerge, 'change_settings', (call) => {
    const { viewer, params, query } = call;
    const scope = { workspace: viewer.workspace, companies: 'all' } as const;
    return inWorkspace(context.database, scope, (tx) => planProductMerge(tx, viewer, params.id, query.into));
  });

  viewerRoute(app, context, contract.mergeProduct, 'change_settings', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const product = await change(context, call, 'all', (tx) =>
      mergeProduct(tx, viewer, params.id, body.into, request.headers['if-match']),
    );
    void reply.header('etag', product.etag);
    return product;
  });
}
