import type { FastifyInstance } from 'fastify';
import * as codes from '../../contract/product-codes.ts';
import * as contract from '../../contract/stack-items.ts';
import { change } from '../access/change.ts';
import { userRoute, viewerRoute } from '../access/routes.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { addStarterItems } from './add-starter-items.ts';
import { createItem } from './create-item.ts';
import { deleteItem } from './delete-item.ts';
import { deleteProduct } from './delete-product.ts';
import { insertProduct } from './insert-product.ts';
import { listProductCodes } from './list-product-codes.ts';
import { moveStackItem } from './move-item.ts';
import { lockedItem, readProduct, readStack } from './read-stack.ts';
import { updateItem } from './update-item.ts';
import { updateProduct } from './update-product.ts';
import { updateProductCodes } from './update-product-codes.ts';

export function addStackItemRoutes(app: FastifyInstance, context: ServerContext): void {
  userRoute(app, context, contract.listStackItems, 'read_companies', async ({ identity, reply }) => {
    const scope = { workspace: identity.workspace, companies: [] };
    const items = await inWorkspace(context.database, scope, (tx) => readStack(tx));
    return reply.send(JSON.stringify({ items }));
  });

  viewerRoute(app, context, contract.createStackItem, 'change_settings', async (call) => {
    const item = await change(context, call, [], (tx) => createItem(tx, call.viewer, call.body));
    void call.reply.header('etag', item.etag);
    return item;
  });

  viewerRoute(app, context, contract.addStarterItems, 'change_settings', async (call) => ({
    items: await change(context, call, [], (tx) => addStarterItems(tx, call.viewer, call.body.items)),
  }));

  viewerRoute(app, context, contract.updateStackItem, 'change_settings', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const item = await change(context, call, 'all', (tx) =>
      updateItem(tx, viewer, params.id, body, request.headers['if-match']),
    );
    void reply.header('etag', item.etag);
    return item;
  });

  viewerRoute(app, context, contract.deleteStackItem, 'change_settings', async (call) => {
    const { viewer, params, request } = call;
    await change(context, call, 'all', (tx) =>
      deleteItem(tx, viewer, params.id, request.headers['if-match']),
    );
  });

  userRoute(app, context, contract.moveStackItem, 'change_settings', async (call) => {
    const { identity, params, body } = call;
    const items = await change(context, call, [], (tx) => moveStackItem(tx, identity, params.id, body.after));
    return call.reply.send(JSON.stringify({ items }));
  });

  viewerRoute(app, context, contract.createProduct, 'change_settings', async (call) => {
    const { viewer, params, body, reply } = call;
    const product = await change(context, call, [], async (tx) => {
      const { id } = await lockedItem(tx, params.id, 'change');
      return readProduct(tx, await insertProduct(tx, viewer, id, body));
    });
    void reply.header('etag', product.etag);
    return product;
  });

  viewerRoute(app, context, contract.updateProduct, 'change_settings', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const product = await change(context, call, 'all', (tx) =>
      updateProduct(tx, viewer, params.id, body, request.headers['if-match']),
    );
    void reply.header('etag', product.etag);
    return product;
  });

  viewerRoute(app, context, contract.deleteProduct, 'change_settings', async (call) => {
    const { viewer, params, request } = call;
    await change(context, call, 'all', (tx) =>
      deleteProduct(tx, viewer, params.id, request.headers['if-match']),
    );
  });

  viewerRoute(app, context, codes.listProductCodes, 'change_settings', async ({ viewer, reply }) => {
    const items = await inWorkspace(context.database, scopeOfViewer(viewer), (tx) =>
      listProductCodes(tx, viewer.loaded),
    );
    return reply.send(JSON.stringify({ items }));
  });

  viewerRoute(app, context, codes.updateProductCodes, 'change_settings', async (call) => {
    const { viewer, params, body, reply } = call;
    const product = await change(context, call, 'all', (tx) =>
      updateProductCodes(tx, viewer, params.id, body),
    );
    void reply.header('etag', product.etag);
    return product;
  });
}
