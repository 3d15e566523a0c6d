import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import * as contract from '../../contract/escalations.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { createEscalation } from './create-escalation.ts';
import { deleteEscalation } from './delete-escalation.ts';
import { createLogEntry, deleteLogEntry } from './log-entries.ts';
import { readEscalation, readEscalations } from './read-escalations.ts';
import { updateEscalation } from './update-escalation.ts';

export function addEscalationRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;
  const placeOf = (viewer: Viewer, id: string) => placeOfRow(database, viewer, 'escalations', id);

  viewerRoute(app, context, contract.listEscalations, 'read_companies', async ({ viewer, query, reply }) => {
    const { company, status, owner } = query;
    if (company !== undefined) requireCompany(viewer, company);
    const scope =
      company === undefined ? scopeOfViewer(viewer) : { workspace: viewer.workspace, companies: [company] };
    const which = sql`(${status ?? null}::text is null or coalesce(e.status, 'open') = ${status ?? null})
      and (${owner ?? null}::text is null or e.owner = ${owner ?? null})`;
    const items = await inWorkspace(database, scope, (tx) => readEscalations(tx, which, viewer.loaded.asOf));
    return reply.send(JSON.stringify({ items }));
  });

  viewerRoute(app, context, contract.getEscalation, 'read_companies', async ({ viewer, params, reply }) => {
    const { company, id } = await placeOf(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [company] };
    const read = await inWorkspace(database, scope, (tx) => readEscalation(tx, id, viewer.loaded.asOf));
    void reply.header('etag', read.etag);
    return read;
  });

  viewerRoute(app, context, contract.createEscalation, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    requireCompany(viewer, params.id);
    const created = await change(context, call, [params.id], (tx) =>
      createEscalation(tx, viewer, params.id, body),
    );
    void reply.header('etag', created.etag);
    return created;
  });

  viewerRoute(app, context, contract.updateEscalation, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const place = await placeOf(viewer, params.id);
    const updated = await change(context, call, [place.company], (tx) =>
      updateEscalation(tx, viewer, place, body, request.headers['if-match']),
    );
    void reply.header('etag', updated.etag);
    return updated;
  });

  viewerRoute(app, context, contract.deleteEscalation, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const place = await placeOf(viewer, params.id);
    await change(context, call, [place.company], (tx) =>
      deleteEscalation(tx, viewer, place, request.headers['if-match']),
    );
  });

  viewerRoute(app, context, contract.createLogEntry, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    const place = await placeOf(viewer, params.id);
    const noted = await change(context, call, [place.company], (tx) =>
      createLogEntry(tx, viewer, place, body),
    );
    void reply.header('etag', noted.etag);
    return noted;
  });

  viewerRoute(app, context, contract.deleteLogEntry, 'edit_companies', async (call) => {
    const { viewer, params } = call;
    const place = await placeOfRow(database, viewer, 'escalation_log', params.id);
    await change(context, call, [place.company], (tx) => deleteLogEntry(tx, viewer, place));
  });
}
