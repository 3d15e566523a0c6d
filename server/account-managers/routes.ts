import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/account-managers.ts';
import { isListedAsAccountManager } from '../../domain/access/account-managers.ts';
import { byName } from '../access/by-name.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { addAccountManager } from './add-account-manager.ts';
import { presentAccountManager } from './present-account-manager.ts';
import { removeAccountManager } from './remove-account-manager.ts';
import { updateAccountManager } from './update-account-manager.ts';

export function addAccountManagerRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.listAccountManagers, 'manage_users', async ({ viewer, reply }) => {
    const { grants } = viewer.loaded;
    const items = grants.users
      .filter((user) => isListedAsAccountManager(grants, user))
      .map((user) => presentAccountManager(viewer, grants, user));
    return reply.send(JSON.stringify({ items: items.sort(byName) }));
  });

  viewerRoute(app, context, contract.addAccountManager, 'manage_users', async (call) => {
    const manager = await change(context, call, 'all', (tx) => addAccountManager(tx, call.viewer, call.body));
    void call.reply.header('etag', manager.etag);
    return manager;
  });

  viewerRoute(app, context, contract.updateAccountManager, 'manage_users', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const manager = await change(context, call, 'all', (tx) =>
      updateAccountManager(tx, viewer, params.id, body, request.headers['if-match']),
    );
    void reply.header('etag', manager.etag);
    return manager;
  });

  viewerRoute(app, context, contract.removeAccountManager, 'manage_users', async (call) => {
    const { viewer, params, request } = call;
    await change(context, call, 'all', (tx) =>
      removeAccountManager(tx, viewer, params.id, request.headers['if-match']),
    );
  });
}
