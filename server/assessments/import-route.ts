import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/assessment-import.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { importAssessments } from './import-assessments.ts';

export function addAssessmentImportRoute(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.importAssessments, 'edit_companies', async (call) => {
    const { viewer, query, body } = call;
    if (body.company !== undefined) requireCompany(viewer, body.company);
    const items = await change(context, call, scopeOfViewer(viewer).companies, (tx) =>
      importAssessments(tx, viewer, body, query.dryRun === 'true'),
    );
    return { items };
  });
}
