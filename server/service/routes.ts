import type { FastifyInstance } from 'fastify';
import { getHealth } from '../../contract/service.ts';
import { publicRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';

export function addServiceRoutes(app: FastifyInstance, context: ServerContext): void {
  publicRoute(app, context, getHealth, null, async () => {
    await context.database.pool.query({ text: 'select 1', ...{ query_timeout: 5_000 } });
    return { status: 'ok' as const, version: context.version };
  });
}
