import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import * as contract from '../../contract/goals.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { createGoal } from './create-goal.ts';
import { deleteGoal } from './delete-goal.ts';
import { readGoal, readGoals } from './read-goals.ts';
import { updateGoal } from './update-goal.ts';

export function addGoalRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;
  const placeOf = (viewer: Viewer, id: string) => placeOfRow(database, viewer, 'goals', id);

  viewerRoute(app, context, contract.listGoals, 'read_companies', async ({ viewer, query, reply }) => {
    const { company, state, owner } = query;
    if (company !== undefined) requireCompany(viewer, company);
    const scope =
      company === undefined ? scopeOfViewer(viewer) : { workspace: viewer.workspace, companies: [company] };
    const which = sql`(${owner ?? null}::text is null or g.owner = ${owner ?? null})`;
    const goals = await inWorkspace(database, scope, (tx) => readGoals(tx, which, viewer.loaded));
    const items = goals.filter((goal) => state === undefined || goal.state === state);
    return reply.send(JSON.stringify({ items }));
  });

  viewerRoute(app, context, contract.getGoal, 'read_companies', async ({ viewer, params, reply }) => {
    const { company, id } = await placeOf(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [company] };
    const goal = await inWorkspace(database, scope, (tx) => readGoal(tx, id, viewer.loaded));
    void reply.header('etag', goal.etag);
    return goal;
  });

  viewerRoute(app, context, contract.createGoal, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    requireCompany(viewer, params.id);
    const created = await change(context, call, [params.id], (tx) => createGoal(tx, viewer, params.id, body));
    void reply.header('etag', created.etag);
    return created;
  });

  viewerRoute(app, context, contract.updateGoal, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const place = await placeOf(viewer, params.id);
    const updated = await change(context, call, [place.company], (tx) =>
      updateGoal(tx, viewer, place, body, request.headers['if-match']),
    );
    void reply.header('etag', updated.etag);
    return updated;
  });

  viewerRoute(app, context, contract.deleteGoal, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const place = await placeOf(viewer, params.id);
    await change(context, call, [place.company], (tx) =>
      deleteGoal(tx, viewer, place, request.headers['if-match']),
    );
  });
}
