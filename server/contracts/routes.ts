import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/contracts.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { createContract } from './create-contract.ts';
import { deleteContract } from './delete-contract.ts';
import { addContractLineRoutes } from './line-routes.ts';
import { readContract, readContracts } from './read-contracts.ts';
import { updateContract } from './update-contract.ts';

export function addContractRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;
  const placeOf = (viewer: Viewer, id: string) => placeOfRow(database, viewer, 'contracts', id);

  viewerRoute(app, context, contract.listContracts, 'read_companies', async ({ viewer, params, reply }) => {
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const { contracts, revenue, overrides } = await inWorkspace(database, scope, (tx) =>
      readContracts(tx, viewer.loaded, params.id),
    );
    const { mrr, oneTime, mrrFromContracts, oneTimeFromContracts } = revenue;
    const totals = { mrr, mrrFromContracts, oneTime, oneTimeFromContracts, ...overrides };
    return reply.send(JSON.stringify({ items: contracts, totals }));
  });

  viewerRoute(app, context, contract.getContract, 'read_companies', async ({ viewer, params, reply }) => {
    const { company, id } = await placeOf(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [company] };
    const read = await inWorkspace(database, scope, (tx) => readContract(tx, viewer.loaded, company, id));
    void reply.header('etag', read.etag);
    return read;
  });

  viewerRoute(app, context, contract.createContract, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    requireCompany(viewer, params.id);
    const created = await change(context, call, [params.id], (tx) =>
      createContract(tx, viewer, params.id, body),
    );
    void reply.header('etag', created.etag);
    return created;
  });

  viewerRoute(app, context, contract.updateContract, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const place = await placeOf(viewer, params.id);
    const updated = await change(context, call, [place.company], (tx) =>
      updateContract(tx, viewer, place, body, request.headers['if-match']),
    );
    void reply.header('etag', updated.etag);
    return updated;
  });

  viewerRoute(app, context, contract.deleteContract, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const place = await placeOf(viewer, params.id);
    await change(context, call, [place.company], (tx) =>
      deleteContract(tx, viewer, place, request.headers['if-match']),
    );
  });

  addContractLineRoutes(app, context);
}
