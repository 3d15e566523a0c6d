import type { FastifyInstance } from 'fastify';
import { getCompanyPsa } from '../../contract/company-psa.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { readCompanyPsa } from './company-psa.ts';

export function addCompanyPsaRoute(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, getCompanyPsa, 'read_companies', async ({ viewer, params, reply }) => {
    requireCompany(viewer, params.id);
    const { definitions, asOf } = viewer.loaded;
    const window = { today: asOf, timeZone: definitions.workspace.timeZone };
    // what is mirrored belongs to no company's scope; the company was looked up in the viewer's
    const items = await inWorkspace(
      context.database,
      { workspace: viewer.workspace, companies: 'all' },
      (tx) => readCompanyPsa(tx, params.id, window),
    );
    return reply.send(JSON.stringify({ items }));
  });
}
