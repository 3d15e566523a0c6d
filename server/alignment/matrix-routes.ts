import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as contract from '../../contract/alignment-matrix.ts';
import {
  type AlignmentMatrix,
  alignmentMatrix,
  NOT_COUNTED,
} from '../../domain/dashboard/alignment-matrix.ts';
import { readDashboardQuery } from '../../domain/dashboard/read-query.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { parametersOf, requireRead } from '../dashboard/read-parameters.ts';
import { type CsvColumn, csvFile, csvMoney } from '../platform/csv.ts';
import { cellsOf } from './cell.ts';
import { updateAlignments, updateApplicable } from './update-alignments.ts';

export function addMatrixRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.getAlignmentMatrix, 'read_companies', async (call) =>
    call.reply.send(JSON.stringify(matrixOf(call.viewer, call.request))),
  );

  viewerRoute(app, context, contract.getAlignmentMatrixCsv, 'read_companies', async (call) =>
    call.reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="quarterdeck-alignment-matrix.csv"')
      .send(Readable.from(csvFile(columns, rowsOf(matrixOf(call.viewer, call.request))))),
  );

  viewerRoute(app, context, contract.updateMatrix, 'edit_companies', async (call) => {
    const { viewer, body } = call;
    const cells = cellsOf(viewer, body.cells);
    // the database compares every row with every company named; one who sees all is spared that
    const scope = viewer.scope.all ? 'all' : [...new Set(cells.map((cell) => cell.company))];
    return change(context, call, scope, async (tx) => {
      if (body.notApplicable === 'leave')
        return { cells: cells.length, ...(await updateApplicable(tx, viewer, cells, body.change)) };
      const changed = await updateAlignments(tx, viewer, cells, body.change);
      return { cells: cells.length, changed, left: 0 };
    });
  });
}

function matrixOf({ scope, loaded }: Viewer, request: FastifyRequest): AlignmentMatrix {
  const { grants, portfolio, asOf } = loaded;
  const query = requireRead(readDashboardQuery(portfolio, { grants, scope }, parametersOf(request)));
  return alignmentMatrix(portfolio, { grants, scope, query, asOf });
}

interface CsvRow {
  readonly company: { readonly id: string; readonly name: string };
  readonly item: AlignmentMatrix['stackItems'][number];
  readonly alignment: number;
  readonly band: string;
  readonly mrr: number;
  readonly oneTime: number;
}

const columns: readonly CsvColumn<CsvRow>[] = [
  ['Company id', (row) => row.company.id],
  ['Company', (row) => row.company.name],
  ['Stack item id', (row) => row.item.id],
  ['Stack item', (row) => row.item.name],
  ['Category', (row) => row.item.category],
  ['Alignment', (row) => row.alignment],
  ['Band', (row) => row.band],
  ['MRR opportunity', (row) => csvMoney(row.mrr)],
  ['One-time opportunity', (row) => csvMoney(row.oneTime)],
  ['Opportunity', (row) => csvMoney(row.mrr + row.oneTime)],
];

/** The cells that count, company by company. */
function rowsOf({ companies, stackItems, bands }: AlignmentMatrix): CsvRow[] {
  return companies.flatMap((company, at) =>
    stackItems.flatMap((item): CsvRow[] => {
      const { band, alignment, mrr, oneTime } = item.cells;
      if (band[at] === NOT_COUNTED) return [];
      return [
        {
          company,
          item,
          alignment: alignment[at]!,
          band: bands[band[at]!]!.name,
          mrr: mrr[at]!,
          oneTime: oneTime[at]!,
        },
      ];
    }),
  );
}
