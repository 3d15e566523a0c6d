import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/account-groups.ts';
import { byName } from '../access/by-name.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { createAccountGroup } from './create-account-group.ts';
import { deleteAccountGroup } from './delete-account-group.ts';
import { presentAccountGroup } from './present-account-group.ts';
import { updateAccountGroup } from './update-account-group.ts';

export function addAccountGroupRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.listAccountGroups, 'manage_users', async ({ viewer, reply }) => {
    const { grants } = viewer.loaded;
    const items = grants.accountGroups.map((group) => presentAccountGroup(viewer, grants, group));
    return reply.send(JSON.stringify({ items: items.sort(byName) }));
  });

  viewerRoute(app, context, contract.createAccountGroup, 'manage_users', async (call) => {
    const group = await change(context, call, 'all', (tx) => createAccountGroup(tx, call.viewer, call.body));
    void call.reply.header('etag', group.etag);
    return group;
  });

  viewerRoute(app, context, contract.updateAccountGroup, 'manage_users', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const group = await change(context, call, 'all', (tx) =>
      updateAccountGroup(tx, viewer, params.id, body, request.headers['if-match']),
    );
    void reply.header('etag', group.etag);
    return group;
  });

  viewerRoute(app, context, contract.deleteAccountGroup, 'manage_users', async (call) => {
    const { viewer, params, request } = call;
    await change(context, call, 'all', (tx) =>
      deleteAccountGroup(tx, viewer, params.id, request.headers['if-match']),
    );
  });
}
