import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/setup.ts';
import { publicRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { asOwner } from '../platform/database/transaction.ts';
import { startSession } from '../sign-in/start-session.ts';
import { firstWorkspace, isSetupNeeded, setUp } from './set-up.ts';

export function addSetupRoutes(app: FastifyInstance, context: ServerContext): void {
  publicRoute(app, context, contract.getSetup, null, async () =>
    asOwner(context.database, async (tx) => ({
      needed: await isSetupNeeded(tx),
      workspace: (await firstWorkspace(tx))?.name ?? null,
    })),
  );

  publicRoute(app, context, contract.postSetup, 30, async ({ body, request, reply }) => {
    await asOwner(context.database, (tx) => setUp(tx, body));
    return { user: await startSession(context, request, reply, body.email, body.password) };
  });
}
