import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/security-groups.ts';
import { byName } from '../access/by-name.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { createSecurityGroup } from './create-security-group.ts';
import { deleteSecurityGroup } from './delete-security-group.ts';
import { presentSecurityGroup } from './present-security-group.ts';
import { updateSecurityGroup } from './update-security-group.ts';

export function addSecurityGroupRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.listSecurityGroups, 'manage_users', async ({ viewer, reply }) => {
    const { grants } = viewer.loaded;
    const items = grants.securityGroups.map((group) => presentSecurityGroup(viewer, grants, group));
    return reply.send(JSON.stringify({ items: items.sort(byName) }));
  });

  viewerRoute(app, context, contract.createSecurityGroup, 'manage_users', async (call) => {
    const group = await change(context, call, 'all', (tx) => createSecurityGroup(tx, call.viewer, call.body));
    void call.reply.header('etag', group.etag);
    return group;
  });

  viewerRoute(app, context, contract.updateSecurityGroup, 'manage_users', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const group = await change(context, call, 'all', (tx) =>
      updateSecurityGroup(tx, viewer, params.id, body, request.headers['if-match']),
    );
    void reply.header('etag', group.etag);
    return group;
  });

  viewerRoute(app, context, contract.deleteSecurityGroup, 'manage_users', async (call) => {
    const { viewer, params, request } = call;
    await change(context, call, 'all', (tx) =>
      deleteSecurityGroup(tx, viewer, params.id, request.headers['if-match']),
    );
  });
}
