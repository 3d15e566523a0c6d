import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/me.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany, seesCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { recentCompaniesOf } from './queries.ts';
import { selectCompany } from './select-company.ts';

const recentShown = 8;

export function addMeRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.getMe, 'read_companies', async ({ viewer }) => {
    const { workspace } = viewer;
    // the rows hold ids alone; which of them the viewer still sees is the scope's to say, below
    const recent = await inWorkspace(context.database, { workspace, companies: 'all' }, (tx) =>
      recentCompaniesOf(tx, viewer.user.id),
    );
    const { definitions, asOf, portfolio } = viewer.loaded;
    const { name, currency, timeZone } = definitions.workspace;
    return {
      user: viewer.user,
      viewedBy: viewer.viewedBy,
      workspace: { name, currency, timeZone, asOf },
      companies: countVisible(viewer),
      recentCompanies: recent
        .filter((id) => seesCompany(viewer, id))
        .slice(0, recentShown)
        .map((id) => ({ id, name: portfolio.names[portfolio.slots.get(id)!]! })),
    };
  });

  viewerRoute(app, context, contract.postRecentCompany, 'read_companies', async (call) => {
    const { company } = call.body;
    requireCompany(call.viewer, company);
    const { workspace, user } = call.viewer;
    await change(context, call, [company], (tx) => selectCompany(tx, { workspace, user: user.id }, company));
  });
}

function countVisible({ scope, loaded: { portfolio } }: Viewer): number {
  if (scope.all) return portfolio.slots.size;
  let count = 0;
  for (const id of scope.ids) if (portfolio.slots.has(id)) count += 1;
  return count;
}
