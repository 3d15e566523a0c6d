import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/users.ts';
import { change } from '../access/change.ts';
import { userRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { addUser } from './add-user.ts';
import { usersOf } from './queries.ts';

export function addUserRoutes(app: FastifyInstance, context: ServerContext): void {
  userRoute(app, context, contract.listUsers, 'manage_users', async ({ identity: { workspace } }) => {
    const { rows } = await context.database.pool.query<{ user: string }>(
      'select "user" from sign_ins where workspace_id = $1',
      [workspace],
    );
    const canSignIn = new Set(rows.map((row) => row.user));
    const items = await inWorkspace(context.database, { workspace, companies: [] }, (tx) =>
      usersOf(tx, canSignIn),
    );
    return { items };
  });

  userRoute(app, context, contract.addUser, 'manage_users', async (call) => {
    const { workspace, user } = call.identity;
    const id = await change(context, call, [], (tx) =>
      addUser(tx, { workspace, actor: user.id, ...call.body }),
    );
    const { name, email, role } = call.body;
    return { id, name, email, role, accountManager: false, isManager: false, canSignIn: false };
  });
}
