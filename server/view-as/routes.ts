import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import * as contract from '../../contract/view-as.ts';
import { requireSession } from '../access/identity.ts';
import { userRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { asOwner } from '../platform/database/transaction.ts';
import { startViewing } from './start-viewing.ts';

export function addViewAsRoutes(app: FastifyInstance, context: ServerContext): void {
  userRoute(app, context, contract.startViewAs, 'manage_users', async ({ identity, body }) => {
    const { workspace, user } = identity;
    const session = requireSession(identity);
    await asOwner(context.database, (tx) =>
      startViewing(tx, { workspace, user: user.id }, session.id, body.user),
    );
  });

  userRoute(app, context, contract.endViewAs, 'read_companies', async ({ identity }) => {
    const session = requireSession(identity);
    await asOwner(context.database, (tx) =>
      sql`delete from views_as where session = ${session.id}`.execute(tx),
    );
  });
}
