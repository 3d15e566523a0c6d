import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import * as contract from '../../contract/api-keys.ts';
import { audit } from '../access/audit.ts';
import { change } from '../access/change.ts';
import { userRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { createApiKey } from './create-api-key.ts';
import { apiKeysOf } from './queries.ts';

export function addApiKeyRoutes(app: FastifyInstance, context: ServerContext): void {
  userRoute(
    app,
    context,
    contract.listApiKeys,
    'make_api_keys',
    async ({ identity: { workspace, user } }) => ({
      items: await inWorkspace(context.database, { workspace, companies: [] }, (tx) =>
        apiKeysOf(tx, user.id),
      ),
    }),
  );

  userRoute(app, context, contract.createApiKey, 'make_api_keys', async (call) => {
    const { workspace, user } = call.identity;
    const { name } = call.body;
    const made = await change(context, call, [], (tx) =>
      createApiKey(tx, { workspace, user: user.id }, name),
    );
    return { ...made, name };
  });

  userRoute(app, context, contract.deleteApiKey, 'make_api_keys', async (call) => {
    const { workspace, user } = call.identity;
    const { id } = call.params;
    await change(context, call, [], async (tx) => {
      const { rows } = await sql<{ name: string }>`
        delete from api_keys where workspace_id = ${workspace} and id = ${id} and "user" = ${user.id} returning name`.execute(
        tx,
      );
      if (!rows[0]) throw notFound('API key', id);
      await audit(tx, { workspace, actor: user.id, action: 'delete API key', subject: id, before: rows[0] });
    });
  });
}
