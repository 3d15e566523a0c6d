import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import * as contract from '../../contract/csat.ts';
import { satisfaction } from '../../domain/csat/satisfaction.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { createResponse } from './create-response.ts';
import { deleteResponse } from './delete-response.ts';
import { between, readCsat } from './read-csat.ts';
import { surveyLink } from './survey-link.ts';
import { createSurvey, deleteSurvey, readSurveys } from './surveys.ts';

export function addCsatRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database, now } = context;

  viewerRoute(app, context, contract.getCompanyCsat, 'read_companies', async ({ viewer, params, reply }) => {
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const items = await inWorkspace(database, scope, (tx) => readCsat(tx, sql`r.company = ${params.id}`));
    const { asOf } = viewer.loaded;
    return reply.send(JSON.stringify({ asOf, ...satisfaction(items, asOf), items }));
  });

  viewerRoute(app, context, contract.listCsat, 'read_companies', async ({ viewer, query, reply }) => {
    const { workspace, scope } = viewer;
    const companies = scope.all ? ('all' as const) : [...scope.ids];
    const items = await inWorkspace(database, { workspace, companies }, (tx) =>
      readCsat(
        tx,
        sql`${between(query.from, query.to)} and r.rating = coalesce(${query.rating ?? null}, r.rating)
          ${scope.all ? sql`` : sql`and r.company = any(${[...scope.ids]})`}`,
      ),
    );
    return reply.send(JSON.stringify({ items }));
  });

  viewerRoute(app, context, contract.createCsatResponse, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    requireCompany(viewer, params.id);
    const created = await change(context, call, [params.id], (tx) =>
      createResponse(tx, viewer, params.id, body, now()),
    );
    void reply.header('etag', created.etag);
    return created;
  });

  viewerRoute(app, context, contract.deleteCsatResponse, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const place = await placeOfRow(database, viewer, 'csat', params.id);
    await change(context, call, [place.company], (tx) =>
      deleteResponse(tx, viewer, place, request.headers['if-match']),
    );
  });

  viewerRoute(app, context, contract.listSurveys, 'edit_companies', async ({ viewer, params, request }) => {
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const surveys = await inWorkspace(database, scope, (tx) => readSurveys(tx, params.id));
    return { items: surveys.map((survey) => ({ ...survey, link: surveyLink(context, request, survey.id) })) };
  });

  viewerRoute(app, context, contract.createSurvey, 'edit_companies', async (call) => {
    const { viewer, params, body, request } = call;
    requireCompany(viewer, params.id);
    const survey = await change(context, call, [params.id], (tx) =>
      createSurvey(tx, viewer, params.id, body, now()),
    );
    return { ...survey, link: surveyLink(context, request, survey.id) };
  });

  viewerRoute(app, context, contract.deleteSurvey, 'edit_companies', async (call) => {
    const { viewer, params } = call;
    const place = await placeOfRow(database, viewer, 'csat_surveys', params.id);
    await change(context, call, [place.company], (tx) => deleteSurvey(tx, viewer, place));
  });
}
