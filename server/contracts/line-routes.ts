import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/contracts.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { createLine } from './create-line.ts';
import { deleteLine } from './delete-line.ts';
import { updateLine } from './update-line.ts';

export function addContractLineRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.createContractLine, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    const place = await placeOfRow(context.database, viewer, 'contracts', params.id);
    const created = await change(context, call, [place.company], (tx) => createLine(tx, viewer, place, body));
    void reply.header('etag', created.etag);
    return created;
  });

  viewerRoute(app, context, contract.updateContractLine, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const place = await placeOfRow(context.database, viewer, 'contract_lines', params.id);
    const updated = await change(context, call, [place.company], (tx) =>
      updateLine(tx, viewer, place, body, request.headers['if-match']),
    );
    void reply.header('etag', updated.etag);
    return updated;
  });

  viewerRoute(app, context, contract.deleteContractLine, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const place = await placeOfRow(context.database, viewer, 'contract_lines', params.id);
    await change(context, call, [place.company], (tx) =>
      deleteLine(tx, viewer, place, request.headers['if-match']),
    );
  });
}
