import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as contract from '../../contract/work-queue.ts';
import { change } from '../access/change.ts';
import type { Identity } from '../access/identity.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { listQueue } from './list-queue.ts';
import { type Marking, markItem, reopenItem } from './mark-item.ts';

/** A request to mark an item. */
interface MarkCall {
  readonly identity: Identity;
  readonly viewer: Viewer;
  readonly params: { readonly id: string; readonly item: string };
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export function addWorkQueueRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.getWorkQueue, 'read_companies', async ({ viewer, query, reply }) =>
    reply.send(JSON.stringify(await listQueue(context.database, viewer, query))),
  );

  viewerRoute(app, context, contract.finishWorkItem, 'edit_companies', (call) =>
    mark(call, { state: 'done', until: null, reason: null }),
  );

  viewerRoute(app, context, contract.snoozeWorkItem, 'edit_companies', (call) =>
    mark(call, { state: 'snoozed', until: call.body.until, reason: null }),
  );

  viewerRoute(app, context, contract.dismissWorkItem, 'edit_companies', (call) =>
    mark(call, { state: 'dismissed', until: null, reason: call.body.reason }),
  );

  viewerRoute(app, context, contract.reopenWorkItem, 'edit_companies', async (call) => {
    const { viewer, params } = call;
    requireCompany(viewer, params.id);
    await change(context, call, [params.id], (tx) =>
      reopenItem(tx, viewer, { company: params.id, item: params.item }),
    );
  });

  async function mark(call: MarkCall, marking: Marking) {
    const { viewer, params, request, reply } = call;
    requireCompany(viewer, params.id);
    const place = { company: params.id, item: params.item };
    const marked = await change(context, call, [params.id], (tx) =>
      markItem(tx, viewer, place, marking, request.headers['if-match']),
    );
    void reply.header('etag', marked.etag);
    return marked;
  }
}
