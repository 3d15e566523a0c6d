import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/activity.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace, type Tx } from '../platform/database/transaction.ts';
import { endExpiredSessions } from '../sign-in/expired-sessions.ts';
import { namesFor } from './names.ts';
import { presentEvent } from './present-event.ts';
import {
  type AuditEvent,
  type EventPage,
  eventsOfCompany,
  eventsOfWorkspace,
  recordedActions,
} from './queries.ts';

export function addActivityRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database, now } = context;

  viewerRoute(app, context, contract.listCompanyActivity, 'read_companies', async (call) => {
    const { viewer, params, query } = call;
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    return inWorkspace(database, scope, async (tx) =>
      pageOfEvents(tx, viewer, query, await eventsOfCompany(tx, params.id, query)),
    );
  });

  viewerRoute(app, context, contract.listActivity, 'read_activity', async ({ viewer, query }) => {
    await endExpiredSessions(database, viewer.workspace, now());
    const { timeZone } = viewer.loaded.definitions.workspace;
    const companies = viewer.scope.all ? 'all' : [...viewer.scope.ids];
    const scope = { workspace: viewer.workspace, companies: 'all' } as const;
    return inWorkspace(database, scope, async (tx) =>
      pageOfEvents(tx, viewer, query, await eventsOfWorkspace(tx, companies, query, { ...query, timeZone })),
    );
  });

  viewerRoute(app, context, contract.listActions, 'read_activity', async ({ viewer }) => {
    const scope = { workspace: viewer.workspace, companies: 'all' } as const;
    return { items: await inWorkspace(database, scope, recordedActions) };
  });
}

async function pageOfEvents(tx: Tx, viewer: Viewer, { limit }: EventPage, events: readonly AuditEvent[]) {
  const page = events.slice(0, limit);
  const names = await namesFor(tx, viewer, page);
  return {
    items: page.map((event) => presentEvent(event, names, viewer)),
    next: events.length > limit ? page.at(-1)!.id : null,
  };
}
