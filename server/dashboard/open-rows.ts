import type { FastifyRequest } from 'fastify';
import { readRowsQuery } from '../../domain/dashboard/read-rows-query.ts';
import { dashboardRows, type Rows } from '../../domain/dashboard/rows.ts';
import type { RevenueExplanation } from '../../domain/portfolio/explanation.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import { explainCompanyTo } from '../companies/explain-company.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { parametersOf, requireRead } from './read-parameters.ts';

/** The rows behind a slice, bar or dot, with a company's revenue in full. */
export type OpenedRows =
  | Extract<Rows, { kind: 'companies' | 'cells' }>
  | { readonly kind: 'revenue'; readonly revenue: RevenueExplanation };

/** Opens what the request's query names, as the viewer sees it. */
export async function openRows(
  { database }: ServerContext,
  viewer: Viewer,
  request: FastifyRequest,
): Promise<OpenedRows> {
  const { grants, portfolio, asOf } = viewer.loaded;
  const { scope, workspace } = viewer;
  const { query, opening } = requireRead(readRowsQuery(portfolio, { grants, scope }, parametersOf(request)));
  const rows = dashboardRows(portfolio, { grants, scope, query, asOf }, opening);
  if (rows.kind !== 'revenue') return rows;
  requireCompany(viewer, rows.company);
  const explanation = await inWorkspace(database, { workspace, companies: [rows.company] }, (tx) =>
    explainCompanyTo(tx, viewer, rows.company),
  );
  return { kind: 'revenue', revenue: explanation[rows.figure] };
}
