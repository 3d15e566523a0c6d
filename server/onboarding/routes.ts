import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/onboarding.ts';
import { getOnboardingTemplate, updateOnboardingTemplate } from '../../contract/onboarding-template.ts';
import { change } from '../access/change.ts';
import { placeOfRow } from '../access/place-of-row.ts';
import { viewerRoute } from '../access/routes.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import { requireCompany } from '../access/viewer.ts';
import { lockCompany } from '../companies/lock-company.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { copyTemplate } from './copy-template.ts';
import { createTask } from './create-task.ts';
import { deleteTask } from './delete-task.ts';
import { readOnboarding } from './read-onboarding.ts';
import { readTemplate } from './read-template.ts';
import { restartOnboarding } from './restart-onboarding.ts';
import { shiftTasks } from './shift-tasks.ts';
import { updateTask } from './update-task.ts';
import { updateTemplate } from './update-template.ts';

export function addOnboardingRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, getOnboardingTemplate, 'read_companies', async ({ viewer, reply }) => {
    const template = await inWorkspace(database, scopeOfViewer(viewer), (tx) =>
      readTemplate(tx, viewer.loaded.grants),
    );
    void reply.header('etag', template.etag);
    return template;
  });

  viewerRoute(app, context, updateOnboardingTemplate, 'change_settings', async (call) => {
    const { viewer, body, request, reply } = call;
    const template = await change(context, call, 'all', (tx) =>
      updateTemplate(tx, viewer, body, request.headers['if-match']),
    );
    void reply.header('etag', template.etag);
    return template;
  });

  viewerRoute(app, context, contract.getOnboarding, 'read_companies', ({ viewer, params }) => {
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    return inWorkspace(database, scope, (tx) => readOnboarding(tx, viewer.loaded, params.id));
  });

  viewerRoute(app, context, contract.startOnboarding, 'edit_companies', async (call) => {
    const { viewer, params, body } = call;
    requireCompany(viewer, params.id);
    return change(context, call, [params.id], async (tx) => {
      await lockCompany(tx, params.id);
      await copyTemplate(tx, viewer, params.id, body.startsOn ?? viewer.loaded.asOf);
      return readOnboarding(tx, viewer.loaded, params.id);
    });
  });

  viewerRoute(app, context, contract.restartOnboarding, 'edit_companies', async (call) => {
    const { viewer, params, body } = call;
    requireCompany(viewer, params.id);
    return change(context, call, [params.id], async (tx) => {
      await restartOnboarding(tx, viewer, params.id, body.startsOn ?? viewer.loaded.asOf);
      return readOnboarding(tx, viewer.loaded, params.id);
    });
  });

  viewerRoute(app, context, contract.shiftOnboarding, 'edit_companies', async (call) => {
    const { viewer, params, body } = call;
    requireCompany(viewer, params.id);
    return change(context, call, [params.id], async (tx) => {
      await shiftTasks(tx, viewer, params.id, body.days);
      return readOnboarding(tx, viewer.loaded, params.id);
    });
  });

  addTaskRoutes(app, context);
}

function addTaskRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database } = context;

  viewerRoute(app, context, contract.createOnboardingTask, 'edit_companies', async (call) => {
    const { viewer, params, body, reply } = call;
    requireCompany(viewer, params.id);
    const created = await change(context, call, [params.id], (tx) => createTask(tx, viewer, params.id, body));
    void reply.header('etag', created.etag);
    return created;
  });

  viewerRoute(app, context, contract.updateOnboardingTask, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const place = await placeOfRow(database, viewer, 'onboarding_tasks', params.id);
    const updated = await change(context, call, [place.company], (tx) =>
      updateTask(tx, viewer, place, body, request.headers['if-match'], context.now()),
    );
    void reply.header('etag', updated.etag);
    return updated;
  });

  viewerRoute(app, context, contract.deleteOnboardingTask, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    const place = await placeOfRow(database, viewer, 'onboarding_tasks', params.id);
    await change(context, call, [place.company], (tx) =>
      deleteTask(tx, viewer, place, request.headers['if-match']),
    );
  });
}
