import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/assessments.ts';
import { compareAssessments } from '../../domain/assessments/compare.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { answerAssessment } from './answer-assessment.ts';
import { finishAssessment, reopenAssessment } from './change-status.ts';
import { deleteAssessment } from './delete-assessment.ts';
import { addAssessmentImportRoute } from './import-route.ts';
import { readAssessment, readAssessments, summaryOf } from './read-assessments.ts';
import { startAssessment } from './start-assessment.ts';
import { addAssessmentTemplateRoutes } from './template-routes.ts';
import { updateAssessment } from './update-assessment.ts';

export function addAssessmentRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;
  const placeOf = (viewer: Viewer, id: string) => placeOfRow(database, viewer, 'assessments', id);
  const read = async (viewer: Viewer, id: string) => {
    const { company } = await placeOf(viewer, id);
    const scope = { workspace: viewer.workspace, companies: [company] };
    return inWorkspace(database, scope, (tx) => readAssessment(tx, viewer, company, id));
  };

  viewerRoute(app, context, contract.listAssessments, 'read_companies', async ({ viewer, params }) => {
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const assessments = await inWorkspace(database, scope, (tx) => readAssessments(tx, viewer, params.id));
    return { items: assessments.map(summaryOf) };
  });

  viewerRoute(app, context, contract.getAssessment, 'read_companies', async ({ viewer, params, reply }) => {
    const assessment = await read(viewer, params.id);
    return reply.header('etag', assessment.etag).send(JSON.stringify(assessment));
  });

  viewerRoute(app, context, contract.compareAssessments, 'read_companies', async (call) => {
    const { viewer, params, query, reply } = call;
    const [after, before] = [await read(viewer, params.id), await read(viewer, query.before)];
    if (before.company !== after.company) throw notFound('assessment', query.before);
    const items = compareAssessments(before.answers, after.answers);
    return reply.send(JSON.stringify({ before: summaryOf(before), after: summaryOf(after), items }));
  });

  viewerRoute(app, context, contract.startAssessment, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    requireCompany(viewer, params.id);
    const started = await change(context, call, [params.id], (tx) =>
      startAssessment(tx, viewer, params.id, body),
    );
    void reply.header('etag', started.etag);
    return started;
  });

  viewerRoute(app, context, contract.updateAssessment, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const place = await placeOf(viewer, params.id);
    const updated = await change(context, call, [place.company], (tx) =>
      updateAssessment(tx, viewer, place, body, request.headers['if-match']),
    );
    void reply.header('etag', updated.etag);
    return updated;
  });

  viewerRoute(app, context, contract.answerAssessment, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const place = await placeOf(viewer, params.id);
    const answer = await change(context, call, [place.company], (tx) =>
      answerAssessment(tx, viewer, place, params.item, body, request.headers['if-match']),
    );
    void reply.header('etag', answer.etag);
    return answer;
  });

  viewerRoute(app, context, contract.finishAssessment, 'edit_companies', async (call) => {
    const place = await placeOf(call.viewer, call.params.id);
    return change(context, call, [place.company], (tx) => finishAssessment(tx, call.viewer, place));
  });

  viewerRoute(app, context, contract.reopenAssessment, 'edit_companies', async (call) => {
    const place = await placeOf(call.viewer, call.params.id);
    return change(context, call, [place.company], (tx) => reopenAssessment(tx, call.viewer, place));
  });

  viewerRoute(app, context, contract.deleteAssessment, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const place = await placeOf(viewer, params.id);
    await change(context, call, [place.company], (tx) =>
      deleteAssessment(tx, viewer, place, request.headers['if-match']),
    );
  });

  addAssessmentTemplateRoutes(app, context);
  addAssessmentImportRoute(app, context);
}
