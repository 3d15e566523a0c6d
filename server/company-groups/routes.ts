import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/company-groups.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { groupsByCompany, presentCompanyGroups } from './present-company-groups.ts';
import { listedCompanies } from './queries.ts';
import { updateCompanyGroups } from './update-company-groups.ts';

export function addCompanyGroupRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.listCompanyGroups, 'manage_users', async ({ viewer, reply }) => {
    const { workspace, scope, loaded } = viewer;
    const groups = groupsByCompany(loaded.grants);
    const companies = scope.all ? ('all' as const) : [...scope.ids];
    const listed = await inWorkspace(context.database, { workspace, companies }, listedCompanies);
    const items = listed.map((company) => presentCompanyGroups(company, groups.get(company.id) ?? []));
    return reply.send(JSON.stringify({ items }));
  });

  viewerRoute(app, context, contract.updateCompanyGroups, 'manage_users', async (call) => {
    const { viewer, params, body, request, reply } = call;
    requireCompany(viewer, params.id);
    const groups = await change(context, call, 'all', (tx) =>
      updateCompanyGroups(tx, viewer, params.id, body.accountGroups, request.headers['if-match']),
    );
    void reply.header('etag', groups.etag);
    return groups;
  });
}
