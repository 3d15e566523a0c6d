import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/assessment-templates.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { createTemplate } from './create-template.ts';
import { deleteTemplate } from './delete-template.ts';
import { readTemplate, readTemplates } from './read-templates.ts';
import { updateTemplate } from './update-template.ts';

export function addAssessmentTemplateRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.listAssessmentTemplates, 'read_companies', async ({ viewer, reply }) => {
    const items = await inWorkspace(database, scopeOfViewer(viewer), (tx) => readTemplates(tx, viewer));
    return reply.send(JSON.stringify({ items }));
  });

  viewerRoute(app, context, contract.getAssessmentTemplate, 'read_companies', async (call) => {
    const { viewer, params, reply } = call;
    const template = await inWorkspace(database, scopeOfViewer(viewer), (tx) =>
      readTemplate(tx, viewer, params.id),
    );
    void reply.header('etag', template.etag);
    return template;
  });

  viewerRoute(app, context, contract.createAssessmentTemplate, 'change_settings', async (call) => {
    const template = await change(context, call, 'all', (tx) => createTemplate(tx, call.viewer, call.body));
    void call.reply.header('etag', template.etag);
    return template;
  });

  viewerRoute(app, context, contract.updateAssessmentTemplate, 'change_settings', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const template = await change(context, call, 'all', (tx) =>
      updateTemplate(tx, viewer, params.id, body, request.headers['if-match']),
    );
    void reply.header('etag', template.etag);
    return template;
  });

  viewerRoute(app, context, contract.deleteAssessmentTemplate, 'change_settings', async (call) => {
    const { viewer, params, request } = call;
    await change(context, call, 'all', (tx) =>
      deleteTemplate(tx, viewer, params.id, request.headers['if-match']),
    );
  });
}
