import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/renewals.ts';
import { selectCompanies } from '../../domain/dashboard/selection.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { listRenewals } from './list-renewals.ts';
import { readFilters } from './read-filters.ts';

export function addRenewalRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.listRenewals, 'read_companies', async ({ viewer, request, reply }) => {
    const { scope, loaded } = viewer;
    const { grants, portfolio, asOf } = loaded;
    const { within, query } = readFilters(viewer, request);
    const slots = selectCompanies(portfolio, { grants, scope, query, asOf });
    const companies = new Map(Array.from(slots, (slot) => [portfolio.ids[slot]!, portfolio.names[slot]!]));
    const renewals = await listRenewals(database, loaded, { companies, everyCompany: scope.all }, within);
    return reply.send(JSON.stringify(renewals));
  });

  viewerRoute(app, context, contract.listCompanyRenewals, 'read_companies', async (call) => {
    const { viewer, params, query } = call;
    requireCompany(viewer, params.id);
    const { portfolio } = viewer.loaded;
    const name = portfolio.names[portfolio.slots.get(params.id)!]!;
    const companies = new Map([[params.id, name]]);
    return listRenewals(database, viewer.loaded, { companies, everyCompany: false }, Number(query.within));
  });
}
