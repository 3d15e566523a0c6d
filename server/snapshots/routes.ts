import type { FastifyInstance } from 'fastify';
import { getCompanyHistory } from '../../contract/company-history.ts';
import { addMonths } from '../../domain/calendar/day.ts';
import { changeSteps, changesBetween } from '../../domain/snapshots/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { requireCompany } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { badRequest } from '../platform/http/refusal.ts';
import { keptDays, overridePeriods } from './company-history.ts';

/** The database's calendar has no year 0. */
const FIRST_DAY = '0001-01-01';

export function addSnapshotRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, getCompanyHistory, 'read_companies', async ({ viewer, params, query }) => {
    requireCompany(viewer, params.id);
    const to = query.to ?? viewer.loaded.asOf;
    const from = query.from ?? [addMonths(to, -12), FIRST_DAY].sort()[1]!;
    if (from > to)
      throw badRequest([{ in: 'query', name: 'from', value: from, expected: `a day up to ${to}` }]);
    const scope = { workspace: viewer.workspace, companies: [params.id] };
    const { days, overrides } = await inWorkspace(context.database, scope, async (tx) => ({
      days: await keptDays(tx, params.id, { from, to }),
      overrides: await overridePeriods(tx, params.id),
    }));
    const inAnswer = <Change extends { readonly reasons: readonly unknown[] }>(change: Change) => ({
      ...change,
      reasons: [...change.reasons] as Change['reasons'][number][],
    });
    return {
      days,
      changes: changesBetween(days, overrides).map(inAnswer),
      steps: changeSteps(days, overrides).map((step) => ({ ...step, changes: step.changes.map(inAnswer) })),
    };
  });
}
