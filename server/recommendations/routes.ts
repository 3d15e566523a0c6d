import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/recommendations.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { csvFile } from '../platform/csv.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { completeRecommendation } from './complete-recommendation.ts';
import { completionOf } from './completion.ts';
import { createRecommendation } from './create-recommendation.ts';
import { csvColumns } from './csv-columns.ts';
import { deleteRecommendation } from './delete-recommendation.ts';
import { everyRecommendation, listRecommendations } from './list-recommendations.ts';
import { readRecommendation, readRecommendations } from './read-recommendations.ts';
import { recommendationChoices } from './recommendation-choices.ts';
import { recommendationTotals } from './recommendation-totals.ts';
import { updateRecommendation } from './update-recommendation.ts';

export function addRecommendationRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;
  const placeOf = (viewer: Viewer, id: string) => placeOfRow(database, viewer, 'recommendations', id);

  viewerRoute(
    app,
    context,
    contract.listRecommendations,
    'read_companies',
    async ({ viewer, query, reply }) =>
      reply.send(JSON.stringify(await listRecommendations(database, viewer, query))),
  );

  viewerRoute(app, context, contract.getRecommendationsCsv, 'read_companies', async (call) => {
    const items = await everyRecommendation(database, call.viewer, call.query);
    return call.reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="quarterdeck-recommendations.csv"')
      .send(Readable.from(csvFile(csvColumns, items)));
  });

  viewerRoute(app, context, contract.getRecommendationTotals, 'read_companies', ({ viewer, query }) =>
    recommendationTotals(database, viewer, query),
  );

  viewerRoute(app, context, contract.getRecommendationChoices, 'read_companies', ({ viewer }) =>
    recommendationChoices(database, viewer),
  );

  viewerRoute(app, context, contract.listCompanyRecommendations, 'read_companies', async (call) => {
    const { viewer, params, reply } = call;
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const items = await inWorkspace(database, scope, (tx) =>
      readRecommendations(tx, viewer.loaded.definitions, params.id),
    );
    return reply.send(JSON.stringify({ items }));
  });

  viewerRoute(
    app,
    context,
    contract.getRecommendation,
    'read_companies',
    async ({ viewer, params, reply }) => {
      const { company, id } = await placeOf(viewer, params.id);
      const scope = { workspace: viewer.workspace, companies: [company] };
      const read = await inWorkspace(database, scope, (tx) =>
        readRecommendation(tx, viewer.loaded.definitions, company, id),
      );
      void reply.header('etag', read.etag);
      return read;
    },
  );

  viewerRoute(app, context, contract.getCompletion, 'read_companies', async ({ viewer, params }) => {
    const { company, id } = await placeOf(viewer, params.id);
    return inWorkspace(database, { workspace: viewer.workspace, companies: [company] }, async (tx) =>
      completionOf(tx, viewer, await readRecommendation(tx, viewer.loaded.definitions, company, id)),
    );
  });

  viewerRoute(app, context, contract.createRecommendation, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    requireCompany(viewer, params.id);
    const created = await change(context, call, [params.id], (tx) =>
      createRecommendation(tx, viewer, params.id, body),
    );
    void reply.header('etag', created.etag);
    return created;
  });

  viewerRoute(app, context, contract.updateRecommendation, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const place = await placeOf(viewer, params.id);
    const updated = await change(context, call, [place.company], (tx) =>
      updateRecommendation(tx, viewer, place, body, request.headers['if-match']),
    );
    void reply.header('etag', updated.etag);
    return updated;
  });

  viewerRoute(app, context, contract.deleteRecommendation, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const place = await placeOf(viewer, params.id);
    await change(context, call, [place.company], (tx) =>
      deleteRecommendation(tx, viewer, place, request.headers['if-match']),
    );
  });

  viewerRoute(app, context, contract.completeRecommendation, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const place = await placeOf(viewer, params.id);
    const completed = await change(context, call, [place.company], (tx) =>
      completeRecommendation(tx, viewer, place, body, request.headers['if-match']),
    );
    void reply.header('etag', completed.etag);
    return completed;
  });
}
