import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as contract from '../../contract/retention.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { csvFile } from '../platform/csv.ts';
import { type CsvMonth, monthColumns, rowColumns } from './csv-columns.ts';
import { readRetention } from './read-retention.ts';
import { readRetentionRows } from './read-rows.ts';

export function addRetentionRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.getRetention, 'read_companies', async ({ viewer, query, reply }) =>
    reply.send(JSON.stringify(await readRetention(database, viewer, query))),
  );

  viewerRoute(app, context, contract.getRetentionCsv, 'read_companies', async ({ viewer, query, reply }) => {
    const retention = await readRetention(database, viewer, query);
    const rows = query.by === undefined ? wholeMonths(retention) : groupMonths(retention);
    return sendCsv(reply, 'quarterdeck-retention.csv', csvFile(monthColumns, rows));
  });

  viewerRoute(app, context, contract.getRetentionRows, 'read_companies', async ({ viewer, query, reply }) =>
    reply.send(JSON.stringify(await readRetentionRows(database, viewer, query))),
  );

  viewerRoute(app, context, contract.getRetentionRowsCsv, 'read_companies', async (call) => {
    const { viewer, query, reply } = call;
    const { rows } = await readRetentionRows(database, viewer, query);
    return sendCsv(reply, `quarterdeck-${query.figure}-${query.month}.csv`, csvFile(rowColumns, rows));
  });
}

const sendCsv = (reply: FastifyReply, name: string, file: Generator<string>) =>
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(file));

const wholeMonths = ({ months }: contract.Retention): CsvMonth[] =>
  months.map((month) => ({ ...month, group: null }));

const groupMonths = ({ months, groups }: contract.Retention): CsvMonth[] =>
  months.flatMap((month, i) => groups.map((group) => ({ ...month, ...group.months[i]!, group })));
