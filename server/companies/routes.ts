import type { FastifyInstance } from 'fastify';
import type { CompanyRow } from '../../contract/companies.ts';
import * as contract from '../../contract/companies.ts';
import { getCompanyExplanation } from '../../contract/explanation.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { companyRow, statusColor } from './company-row.ts';
import { explainCompanyTo } from './explain-company.ts';
import { pageOfCompanies } from './list-companies.ts';
import { companiesInStages, keepingOf } from './queries.ts';

export function addCompanyRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.listCompanies, 'read_companies', async ({ viewer, query, reply }) => {
    const { workspace } = viewer;
    const { stage } = query;
    const among = stage
      ? await inWorkspace(database, { workspace, companies: 'all' }, (tx) => companiesInStages(tx, stage))
      : null;
    const { portfolio } = viewer.loaded;
    const { slots, next } = pageOfCompanies(viewer, query, among);
    // rows are made before anything is awaited again, as the portfolio changes in place
    const rows = slots.map((slot) => companyRow(portfolio, slot, 'active'));
    const ids = rows.map((row) => row.id);
    const keeping = await inWorkspace(database, { workspace, companies: ids }, (tx) => keepingOf(tx, ids));
    const items = rows.flatMap((row): CompanyRow[] => {
      const kept = keeping.get(row.id);
      return kept ? [{ ...row, stage: kept.stage }] : [];
    });
    return reply.send(JSON.stringify({ items, next }));
  });

  viewerRoute(app, context, contract.getCompany, 'read_companies', async ({ viewer, params: { id } }) => {
    requireCompany(viewer, id);
    const { portfolio, grants } = viewer.loaded;
    const slot = portfolio.slots.get(id)!;
    const row = { ...companyRow(portfolio, slot, 'active'), statusColor: statusColor(portfolio, slot) };
    const scope = { workspace: viewer.workspace, companies: [id] };
    const kept = (await inWorkspace(database, scope, (tx) => keepingOf(tx, [id]))).get(id);
    if (!kept) throw notFound('company', id);
    const owner = grants.users.find((user) => user.id === kept.owner);
    return { ...row, stage: kept.stage, owner: owner ? { id: owner.id, name: owner.name } : null };
  });

  viewerRoute(app, context, getCompanyExplanation, 'read_companies', async ({ viewer, params, reply }) => {
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const explanation = await inWorkspace(database, scope, (tx) => explainCompanyTo(tx, viewer, params.id));
    return reply.send(JSON.stringify(explanation));
  });
}
