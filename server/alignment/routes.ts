import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/alignment.ts';
import type { CellExplanation } from '../../contract/explanation.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import { explainCompanyTo } from '../companies/explain-company.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace, type Tx } from '../platform/database/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import { type Cell, updateAlignment } from './update-alignment.ts';

export function addAlignmentRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.getAlignment, 'read_companies', async ({ viewer, params, reply }) => {
    const cell = cellOf(viewer, params);
    const scope = { workspace: viewer.workspace, companies: [cell.company] };
    const explained = await inWorkspace(context.database, scope, (tx) => explainCell(tx, viewer, cell));
    void reply.header('etag', explained.etag);
    return explained;
  });

  viewerRoute(app, context, contract.updateAlignment, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const cell = cellOf(viewer, params);
    const user = { workspace: viewer.workspace, user: viewer.user.id };
    const explained = await change(context, call, [cell.company], async (tx) => {
      await updateAlignment(tx, user, cell, body, viewer.loaded.asOf, request.headers['if-match']);
      const after = await explainCell(tx, viewer, cell);
      requireApplicable(after, body);
      return after;
    });
    void reply.header('etag', explained.etag);
    return explained;
  });
}

function cellOf(viewer: Viewer, { id, stackItem }: { id: string; stackItem: string }): Cell {
  requireCompany(viewer, id);
  const item = viewer.loaded.definitions.stackItems.find((candidate) => candidate.id === stackItem);
  if (!item) throw notFound('stack item', stackItem);
  return { company: id, stackItem: item };
}

async function explainCell(tx: Tx, viewer: Viewer, { company, stackItem }: Cell): Promise<CellExplanation> {
  const { cells } = (await explainCompanyTo(tx, viewer, company)).alignment;
  return cells.find((cell) => cell.stackItem.id === stackItem.id)!;
}

/** Nothing else of a row can be set while it does not apply to the company (docs/product.md §6). */
function requireApplicable(cell: CellExplanation, body: contract.AlignmentChange): void {
  const others = Object.entries(body).filter(([name, value]) => name !== 'applicable' && value !== undefined);
  if (!cell.applicable && others.length > 0)
    throw new Refusal(
      'unprocessable',
      `"${cell.stackItem.name}" is not applicable to this company; set "applicable" to true first.`,
    );
}
