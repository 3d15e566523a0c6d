import type { FastifyInstance } from 'fastify';
import { listColleagues } from '../../contract/colleagues.ts';
import { compareText } from '../../domain/text/compare.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';

export function addColleagueRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, listColleagues, 'read_companies', async ({ viewer }) => ({
    items: viewer.loaded.grants.users
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id)),
  }));
}
