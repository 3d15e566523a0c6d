import type { FastifyInstance } from 'fastify';
import { type RawBuilder, sql } from 'kysely';
import * as contract from '../../contract/exclusions.ts';
import { change } from '../access/change.ts';
import { viewerRoute } from '../access/routes.ts';
import { scopeOfViewer } from '../access/scope-of-viewer.ts';
import { requireCompany, type Viewer } from '../access/viewer.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace } from '../platform/database/transaction.ts';
import { badRequest } from '../platform/http/refusal.ts';
import { type Judgement, readContracts, readExclusions } from './read-exclusions.ts';
import { updateExclusions } from './update-exclusions.ts';

export function addExclusionRoutes(app: FastifyInstance, context: ServerContext): void {
  viewerRoute(app, context, contract.getExclusions, 'change_settings', async ({ viewer, reply }) => {
    const exclusions = await inWorkspace(context.database, scopeOfViewer(viewer), (tx) =>
      readExclusions(tx, judgementOf(viewer)),
    );
    void reply.header('etag', exclusions.etag);
    return reply.send(JSON.stringify(exclusions));
  });

  viewerRoute(app, context, contract.listExcludableContracts, 'change_settings', async (call) => {
    const { viewer, query, reply } = call;
    const which = wanted(viewer, query);
    const items = await inWorkspace(context.database, scopeOfViewer(viewer), (tx) =>
      readContracts(tx, judgementOf(viewer), which),
    );
    return reply.send(JSON.stringify({ items }));
  });

  viewerRoute(app, context, contract.updateExclusions, 'change_settings', async (call) => {
    const { viewer, body, request, reply } = call;
    const exclusions = await change(context, call, scopeOfViewer(viewer).companies, (tx) =>
      updateExclusions(tx, viewer, body, judgementOf(viewer), request.headers['if-match']),
    );
    void reply.header('etag', exclusions.etag);
    return reply.send(JSON.stringify(exclusions));
  });
}

function judgementOf({ loaded: { definitions, asOf, portfolio } }: Viewer): Judgement {
  const nameOf = (company: string) => {
    const slot = portfolio.slots.get(company);
    return slot === undefined ? company : portfolio.names[slot]!;
  };
  return { definitions, asOf, nameOf };
}

function wanted(
  viewer: Viewer,
  {
    vendor,
    own,
    company,
  }: { vendor?: string | undefined; own?: 'true' | undefined; company?: string | undefined },
): RawBuilder<unknown> {
  const given = [vendor, own, company].filter((value) => value !== undefined);
  if (given.length !== 1)
    throw badRequest([{ in: 'query', name: 'vendor', expected: 'exactly one of vendor, own and company' }]);
  if (company !== undefined) requireCompany(viewer, company);
  if (company !== undefined) return sql`company = ${company}`;
  return own ? sql`vendor is null` : sql`vendor = ${vendor}`;
}
