import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/dashboard.ts';
import { getDashboardRows, getDashboardRowsCsv, MOST_ROWS } from '../../contract/dashboard-rows.ts';
import { dashboardJson } from '../../domain/dashboard/dashboard.ts';
import { dashboardChoices } from '../../domain/dashboard/known-values.ts';
import { readDashboardQuery } from '../../domain/dashboard/read-query.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { csvFile } from '../platform/csv.ts';
import { cellColumns, companyColumns, revenueColumns } from './csv-columns.ts';
import { type OpenedRows, openRows } from './open-rows.ts';
import { parametersOf, requireRead } from './read-parameters.ts';

export function addDashboardRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.getDashboard, 'read_companies', async ({ viewer, request, reply }) => {
    const { scope, loaded } = viewer;
    const { grants, portfolio, asOf } = loaded;
    const query = requireRead(readDashboardQuery(portfolio, { grants, scope }, parametersOf(request)));
    return reply.send(dashboardJson(portfolio, { grants, scope, query, asOf }));
  });

  viewerRoute(app, context, contract.getDashboardChoices, 'read_companies', async ({ viewer, reply }) => {
    const { scope, loaded } = viewer;
    return reply.send(JSON.stringify(dashboardChoices(loaded.portfolio, { grants: loaded.grants, scope })));
  });

  viewerRoute(app, context, getDashboardRows, 'read_companies', async ({ viewer, request, reply }) =>
    reply.send(rowsJson(await openRows(context, viewer, request))),
  );

  viewerRoute(app, context, getDashboardRowsCsv, 'read_companies', async ({ viewer, request, reply }) => {
    const opened = await openRows(context, viewer, request);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="quarterdeck-${opened.kind}.csv"`)
      .send(Readable.from(rowsCsv(opened)));
  });
}

function rowsJson(opened: OpenedRows): string {
  if (opened.kind === 'revenue') {
    const { rows, amount, override, fromContracts } = opened.revenue;
    return JSON.stringify({ kind: 'revenue', rows, totals: { amount, override, fromContracts } });
  }
  const { kind, totals } = opened;
  const rows: readonly unknown[] = opened.rows.slice(0, MOST_ROWS);
  return JSON.stringify({ kind, rows, more: opened.rows.length - rows.length, totals });
}

function rowsCsv(opened: OpenedRows): Generator<string> {
  if (opened.kind === 'companies') return csvFile(companyColumns, opened.rows);
  if (opened.kind === 'cells') return csvFile(cellColumns, opened.rows);
  return csvFile(revenueColumns, opened.revenue.rows);
}
