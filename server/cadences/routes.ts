import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/cadences.ts';
import { compareText } from '../../domain/text/compare.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { companyCadences } from './company-cadences.ts';
import { currentCadences, readCadences } from './read-cadences.ts';
import { clearCadence, setCadence } from './set-cadence.ts';

export function addCadenceRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.listCompanyCadences, 'read_companies', async ({ viewer, params }) => {
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    return {
      items: await inWorkspace(database, scope, (tx) => companyCadences(tx, viewer.loaded, params.id)),
    };
  });

  viewerRoute(app, context, contract.setCadence, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    requireCompany(viewer, params.id);
    const which = { company: params.id, kind: params.kind };
    const set = await change(context, call, [params.id], (tx) =>
      setCadence(tx, viewer, which, body, request.headers['if-match']),
    );
    void reply.header('etag', set.etag);
    return set;
  });

  viewerRoute(app, context, contract.clearCadence, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    requireCompany(viewer, params.id);
    const which = { company: params.id, kind: params.kind };
    await change(context, call, [params.id], (tx) =>
      clearCadence(tx, viewer, which, request.headers['if-match']),
    );
  });

  viewerRoute(app, context, contract.listCadences, 'read_companies', async ({ viewer, query, reply }) => {
    const { company, overdue } = query;
    if (company !== undefined) requireCompany(viewer, company);
    const scope =
      company === undefined ? scopeOfViewer(viewer) : { workspace: viewer.workspace, companies: [company] };
    const cadences = await inWorkspace(database, scope, (tx) =>
      readCadences(tx, currentCadences(query), viewer.loaded.asOf),
    );
    const items = cadences
      .filter((cadence) => overdue === 'false' || cadence.overdue > 0)
      .sort(
        (a, b) =>
          compareText(a.due, b.due) ||
          compareText(a.company.name, b.company.name) ||
          compareText(a.company.id, b.company.id),
      )
      .map(({ setOn, setBy, ...cadence }) => cadence);
    return reply.send(JSON.stringify({ items }));
  });
}
