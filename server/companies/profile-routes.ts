import type { FastifyInstance } from 'fastify';
import { getCompanyChoices } from '../../contract/company-choices.ts';
import * as contract from '../../contract/company-profile.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { archiveCompany } from './archive-company.ts';
import { companyChoices } from './company-choices.ts';
import { createCompany } from './create-company.ts';
import { deleteCompany } from './delete-company.ts';
import { readProfile } from './read-profile.ts';
import { restoreCompany } from './restore-company.ts';
import { updateProfile } from './update-profile.ts';

export function addCompanyProfileRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.createCompany, 'edit_companies', async (call) => {
    const profile = await change(context, call, [], (tx) => createCompany(tx, call.viewer, call.body));
    void call.reply.header('etag', profile.etag);
    return profile;
  });

  viewerRoute(app, context, getCompanyChoices, 'edit_companies', async ({ viewer }) =>
    companyChoices(viewer),
  );

  viewerRoute(app, context, contract.getCompanyProfile, 'read_companies', async (call) => {
    const { viewer, params, reply } = call;
    requireCompany(viewer, params.id);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const profile = await inWorkspace(context.database, scope, (tx) =>
      readProfile(tx, viewer.loaded, params.id),
    );
    void reply.header('etag', profile.etag);
    return profile;
  });

  viewerRoute(app, context, contract.updateCompanyProfile, 'edit_companies', async (call) => {
    const { viewer, params, body, request, reply } = call;
    requireCompany(viewer, params.id);
    const profile = await change(context, call, [params.id], (tx) =>
      updateProfile(tx, viewer, params.id, body, request.headers['if-match']),
    );
    void reply.header('etag', profile.etag);
    return profile;
  });

  for (const [endpoint, verb] of [
    [contract.archiveCompany, archiveCompany],
    [contract.restoreCompany, restoreCompany],
  ] as const)
    viewerRoute(app, context, endpoint, 'edit_companies', async (call) => {
      const { viewer, params, request, reply } = call;
      requireCompany(viewer, params.id);
      const profile = await change(context, call, [params.id], (tx) =>
        verb(tx, viewer, params.id, request.headers['if-match']),
      );
      void reply.header('etag', profile.etag);
      return profile;
    });

  viewerRoute(app, context, contract.deleteCompany, 'edit_companies', async (call) => {
    const { viewer, params, request } = call;
    requireCompany(viewer, params.id);
    await change(context, call, [params.id], (tx) =>
      deleteCompany(tx, viewer, params.id, request.headers['if-match']),
    );
  });
}
