import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/saved-views.ts';
import { change } from '../access/change.ts';
import type { Identity } from '../access/identity.ts';
import { userRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { savedViewsOf } from './queries.ts';
import { createSavedView, deleteSavedView, updateSavedView } from './save.ts';

export function addSavedViewRoutes(app: FastifyInstance, context: ServerContext): void {
  userRoute(
    app,
    context,
    contract.listSavedViews,
    'save_views',
    async ({ identity: { workspace, user } }) => ({
      items: await inWorkspace(context.database, { workspace, companies: [] }, (tx) =>
        savedViewsOf(tx, user.id),
      ),
    }),
  );
  userRoute(app, context, contract.createSavedView, 'save_views', (call) =>
    change(context, call, [], (tx) => createSavedView(tx, keyOf(call.identity), call.body)),
  );
  userRoute(app, context, contract.updateSavedView, 'save_views', (call) =>
    change(context, call, [], (tx) => updateSavedView(tx, keyOf(call.identity), call.params.id, call.body)),
  );
  userRoute(app, context, contract.deleteSavedView, 'save_views', (call) =>
    change(context, call, [], (tx) => deleteSavedView(tx, keyOf(call.identity), call.params.id)),
  );
}

function keyOf({ workspace, user }: Identity) {
  return { workspace, user: user.id };
}
