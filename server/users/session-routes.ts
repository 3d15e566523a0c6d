import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/users.ts';
import { viewerRoute } from '../access/routes.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { asOwner } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { userOf } from './edit-user.ts';
import { endSessions } from './end-sessions.ts';
import { sessionsOf } from './queries.ts';

/** Where users are signed in. Sessions stand above workspaces, so the owner of the tables looks them up, by workspace and user. */
export function addUserSessionRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.listUserSessions, 'manage_users', async ({ viewer, params }) => {
    const key = keyOf(viewer, params.id);
    return { items: await asOwner(database, (tx) => sessionsOf(tx, key)) };
  });

  viewerRoute(app, context, contract.endUserSession, 'manage_users', async ({ viewer, params }) => {
    const key = keyOf(viewer, params.id);
    const ended = await asOwner(database, (tx) => endSessions(tx, key, params.session, viewer.user.id));
    if (ended === 0) throw notFound('session', params.session);
  });

  viewerRoute(app, context, contract.endUserSessions, 'manage_users', async ({ viewer, params }) => {
    const key = keyOf(viewer, params.id);
    await asOwner(database, (tx) => endSessions(tx, key, null, viewer.user.id));
  });
}

function keyOf({ workspace, loaded }: Viewer, id: string) {
  return { workspace, user: userOf(loaded.grants, id).id };
}
