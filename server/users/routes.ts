import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/users.ts';
import { byName } from '../access/by-name.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { loadGrants } from '../portfolio/grants.ts';
import { addUser } from './add-user.ts';
import { userOf } from './edit-user.ts';
import { presentUser } from './present-user.ts';
import { signInStates } from './queries.ts';
import { setActive } from './set-active.ts';
import { updateUser } from './update-user.ts';

export function addUserRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.listUsers, 'manage_users', async ({ viewer }) => {
    const { workspace, loaded } = viewer;
    const states = await inWorkspace(context.database, { workspace, companies: [] }, (tx) =>
      signInStates(tx, context.now()),
    );
    const items = loaded.grants.users.map((user) => presentUser(loaded.grants, user, states.get(user.id)));
    return { items: items.sort(byName) };
  });

  viewerRoute(app, context, contract.addUser, 'manage_users', async (call) => {
    const { workspace, user: actor } = call.viewer;
    const user = await change(context, call, 'all', async (tx) => {
      const id = await addUser(tx, { workspace, actor: actor.id, ...call.body });
      const grants = await loadGrants(tx);
      return presentUser(grants, userOf(grants, id), undefined);
    });
    void call.reply.header('etag', user.etag);
    return user;
  });

  viewerRoute(app, context, contract.updateUser, 'manage_users', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const state = { ifMatch: request.headers['if-match'], now: context.now() };
    const user = await change(context, call, 'all', (tx) => updateUser(tx, viewer, params.id, body, state));
    void reply.header('etag', user.etag);
    return user;
  });

  for (const [endpoint, active] of [
    [contract.deactivateUser, false],
    [contract.reactivateUser, true],
  ] as const)
    viewerRoute(app, context, endpoint, 'manage_users', async (call) => {
      const { viewer, params, request, reply } = call;
      const state = { ifMatch: request.headers['if-match'], now: context.now() };
      const user = await change(context, call, 'all', (tx) =>
        setActive(tx, viewer, params.id, active, state),
      );
      void reply.header('etag', user.etag);
      return user;
    });
}
