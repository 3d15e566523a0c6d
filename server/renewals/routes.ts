import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Renewals } from '../../contract/renewals.ts';
import * as contract from '../../contract/renewals.ts';
import { selectCompanies } from '../../domain/dashboard/selection.ts';
import { healthStatuses } from '../../domain/dashboard/statuses.ts';
import type { Portfolio } from '../../domain/portfolio/columns.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { csvFile } from '../platform/csv.ts';
import type { Database } from '../platform/database/database.ts';
import { csvColumns } from './csv-columns.ts';
import { listRenewals, type RenewingCompany } from './list-renewals.ts';
import { readFilters } from './read-filters.ts';

export function addRenewalRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.listRenewals, 'read_companies', async ({ viewer, request, reply }) =>
    reply.send(JSON.stringify(await renewalsAsked(database, viewer, request))),
  );

  viewerRoute(app, context, contract.getRenewalsCsv, 'read_companies', async ({ viewer, request, reply }) => {
    const { items } = await renewalsAsked(database, viewer, request);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="quarterdeck-renewals.csv"')
      .send(Readable.from(csvFile(csvColumns, items)));
  });

  viewerRoute(app, context, contract.listCompanyRenewals, 'read_companies', async (call) => {
    const { viewer, params, query } = call;
    requireCompany(viewer, params.id);
    const { portfolio } = viewer.loaded;
    const companies = renewingCompanies(portfolio, [portfolio.slots.get(params.id)!]);
    return listRenewals(database, viewer.loaded, { companies, everyCompany: false }, Number(query.within));
  });
}

/** The renewals that a request's filters leave. */
function renewalsAsked(database: Database, viewer: Viewer, request: FastifyRequest): Promise<Renewals> {
  const { scope, loaded } = viewer;
  const { grants, portfolio, asOf } = loaded;
  const { within, query } = readFilters(viewer, request);
  const companies = renewingCompanies(portfolio, selectCompanies(portfolio, { grants, scope, query, asOf }));
  return listRenewals(database, loaded, { companies, everyCompany: scope.all }, within);
}

function renewingCompanies(
  { ids, names, company, definitions }: Portfolio,
  slots: Iterable<number>,
): ReadonlyMap<string, RenewingCompany> {
  const statuses = healthStatuses(definitions);
  return new Map(
    Array.from(slots, (slot) => {
      const status = statuses[company.status[slot]!]!.name;
      return [ids[slot]!, { name: names[slot]!, status }];
    }),
  );
}
