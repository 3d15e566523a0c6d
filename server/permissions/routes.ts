import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/permissions.ts';
import { explainAccess } from '../../domain/access/explain-access.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireAnAdmin } from '../access/store-grants.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { userOf } from '../users/edit-user.ts';
import { previewAccess } from './preview-access.ts';
import { proposedGrants } from './proposed-grants.ts';

export function addPermissionRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.previewAccess, 'manage_users', async ({ viewer, body }) => {
    const after = proposedGrants(viewer, body);
    const scope = { workspace: viewer.workspace, companies: [] };
    await inWorkspace(context.database, scope, (tx) => requireAnAdmin(tx, after));
    return previewAccess(viewer, after);
  });

  viewerRoute(app, context, contract.getAccessExplanation, 'manage_users', async ({ viewer, query }) => {
    const { grants, portfolio } = viewer.loaded;
    const user = userOf(grants, query.user);
    requireCompany(viewer, query.company);
    const company = { id: query.company, name: portfolio.names[portfolio.slots.get(query.company)!]! };
    const { reasons, wouldHelp, ...rest } = explainAccess({ grants, user, company });
    return {
      user: { id: user.id, name: user.name },
      company,
      ...rest,
      reasons: [...reasons],
      wouldHelp: [...wouldHelp],
    };
  });
}
