import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/calendar-feed.ts';
import { calendarFile } from '../../domain/engagement/calendar-file.ts';
import { change } from '../access/change.ts';
import { publicRoute, userRoute } from '../access/routes.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import { viewerOf } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { calendarEvents } from './calendar-events.ts';
import { endFeed, feedOf, holderOf, makeFeed } from './feed-links.ts';

export function addCalendarFeedRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database, now } = context;

  userRoute(app, context, contract.getCalendarFeed, 'read_companies', async ({ identity }) => {
    const scope = { workspace: identity.workspace, companies: [] };
    return { feed: await inWorkspace(database, scope, (tx) => feedOf(tx, identity.user.id)) };
  });

  userRoute(app, context, contract.createCalendarFeed, 'read_companies', async (call) => {
    const { identity, body, request } = call;
    const token = await change(context, call, [], (tx) => makeFeed(tx, identity, body.which));
    const home = context.url ?? `${request.protocol}://${request.host}`;
    return { link: new URL(`/api/v1/calendar/${token}.ics`, home).href, which: body.which };
  });

  userRoute(app, context, contract.deleteCalendarFeed, 'read_companies', async (call) => {
    await change(context, call, [], (tx) => endFeed(tx, call.identity));
  });

  publicRoute(app, context, contract.getCalendar, 60, async ({ params, reply }) => {
    const token = /^(qdc_[\w-]{43})\.ics$/.exec(params.file)?.[1];
    const holder = token === undefined ? null : await holderOf(database, token);
    if (!holder) throw new Refusal('not_found', 'There is no such calendar, or its link has ended.');
    const viewer = await viewerOf(context, holder);
    const { asOf, definitions } = viewer.loaded;
    const { name, timeZone } = definitions.workspace;
    const feed = { workspace: holder.workspace, user: holder.user.id, which: holder.which, timeZone, asOf };
    const events = await inWorkspace(database, scopeOfViewer(viewer), (tx) => calendarEvents(tx, feed));
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="quarterdeck.ics"')
      .send(calendarFile(`${name}: meetings`, events, now()));
  });
}
