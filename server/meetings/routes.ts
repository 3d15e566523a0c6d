import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { proposeAgenda } from '../../contract/meeting-agenda.ts';
import { getMeetingCalendar } from '../../contract/meeting-calendar.ts';
import * as contract from '../../contract/meetings.ts';
import { agenda } from '../../domain/engagement/agenda.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { createMeeting } from './create-meeting.ts';
import { deleteMeeting } from './delete-meeting.ts';
import { listMeetings } from './list-meetings.ts';
import { readMeetingCalendar } from './meeting-calendar.ts';
import { openWithClient } from './open-with-client.ts';
import { meetingRows } from './queries.ts';
import { readMeeting } from './read-meeting.ts';
import { updateMeeting } from './update-meeting.ts';

export function addMeetingRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;
  const placeOf = (viewer: Viewer, id: string) => placeOfRow(database, viewer, 'meetings', id);

  viewerRoute(app, context, contract.listMeetings, 'read_companies', async ({ viewer, query, reply }) =>
    reply.send(JSON.stringify(await listMeetings(database, viewer, query))),
  );

  viewerRoute(app, context, getMeetingCalendar, 'read_companies', async ({ viewer, query, reply }) =>
    reply.send(JSON.stringify({ items: await readMeetingCalendar(database, viewer, query) })),
  );

  viewerRoute(app, context, contract.listCompanyMeetings, 'read_companies', async (call) => {
    const { viewer, params, reply } = call;
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const items = await inWorkspace(database, scope, (tx) =>
      meetingRows(tx, sql`m.company = ${params.id}`, { order: 'desc', limit: null }),
    );
    return reply.send(JSON.stringify({ items }));
  });

  viewerRoute(app, context, contract.getMeeting, 'read_companies', async ({ viewer, params, reply }) => {
    const { company, id } = await placeOf(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [company] };
    const read = await inWorkspace(database, scope, (tx) => readMeeting(tx, id, viewer.loaded.asOf));
    void reply.header('etag', read.etag);
    return read;
  });

  viewerRoute(app, context, proposeAgenda, 'read_companies', async ({ viewer, params }) => {
    const place = await placeOf(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [place.company] };
    const open = await inWorkspace(database, scope, (tx) => openWithClient(tx, viewer.loaded, place));
    return { items: agenda(open, viewer.loaded.asOf) };
  });

  viewerRoute(app, context, contract.createMeeting, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    requireCompany(viewer, params.id);
    const created = await change(context, call, [params.id], (tx) =>
      createMeeting(tx, viewer, params.id, body),
    );
    void reply.header('etag', created.etag);
    return created;
  });

  viewerRoute(app, context, contract.updateMeeting, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const place = await placeOf(viewer, params.id);
    const updated = await change(context, call, [place.company], (tx) =>
      updateMeeting(tx, viewer, place, body, request.headers['if-match']),
    );
    void reply.header('etag', updated.etag);
    return updated;
  });

  viewerRoute(app, context, contract.deleteMeeting, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const place = await placeOf(viewer, params.id);
    await change(context, call, [place.company], (tx) =>
      deleteMeeting(tx, viewer, place, request.headers['if-match']),
    );
  });
}
