import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import * as contract from '../../../contract/survey-tools.ts';
import { readDelivery as readBody } from '../../../domain/csat/read-delivery.ts';
import { change } from '../../access/change.ts';
import { viewerRoute } from '../../access/routes.ts';
import { requireCompany, seesCompany, type Viewer } from '../../access/viewer.ts';
import type { ServerContext } from '../../context.ts';
import { inWorkspace, type Tx } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { type Addressed, createTool, deleteTool, rotateTool, updateTool } from './change-tools.ts';
import { readDeliveries, readDelivery } from './deliveries.ts';
import { findCompany, findContact } from './find-company.ts';
import { readSurveyTools } from './read-tools.ts';
import { assignDelivery, dismissDelivery, retryDelivery } from './settle-waiting.ts';

/** So many deliveries are listed. */
const SHOWN = 200;

/** Tools belong to the workspace; of their deliveries an admin sees those of no company, and of the companies they see. */
export function addSurveyToolRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database, surveyToolKey: key, now } = context;
  const read = <Result>({ workspace }: Viewer, work: (tx: Tx) => Promise<Result>) =>
    inWorkspace(database, { workspace, companies: 'all' }, work);

  viewerRoute(app, context, contract.listSurveyTools, 'change_settings', async ({ viewer }) => ({
    items: await read(viewer, (tx) => readSurveyTools(tx)),
  }));

  viewerRoute(app, context, contract.createSurveyTool, 'change_settings', async (call) => {
    const { viewer, body, request, reply } = call;
    const made = await change(context, call, 'all', (tx) =>
      createTool(tx, viewer, body, { key, now: now() }),
    );
    void reply.header('etag', made.tool.etag);
    return withAddress(context, request, viewer, made);
  });

  viewerRoute(app, context, contract.updateSurveyTool, 'change_settings', async (call) => {
    const { viewer, params, body, request, reply } = call;
    const ifMatch = request.headers['if-match'];
    const updated = await change(context, call, 'all', (tx) =>
      updateTool(tx, viewer, params.id, body, { key, ifMatch }),
    );
    void reply.header('etag', updated.etag);
    return updated;
  });

  viewerRoute(app, context, contract.rotateSurveyTool, 'change_settings', async (call) => {
    const { viewer, params, request } = call;
    const made = await change(context, call, 'all', (tx) => rotateTool(tx, viewer, params.id, now()));
    return withAddress(context, request, viewer, made);
  });

  viewerRoute(app, context, contract.deleteSurveyTool, 'change_settings', async (call) => {
    const { viewer, params, request } = call;
    await change(context, call, 'all', (tx) =>
      deleteTool(tx, viewer, params.id, request.headers['if-match']),
    );
  });

  viewerRoute(app, context, contract.testSurveyMapping, 'change_settings', async ({ viewer, body }) =>
    read(viewer, (tx) => tested(tx, viewer, body, now())),
  );

  viewerRoute(app, context, contract.listSurveyDeliveries, 'change_settings', async ({ viewer, query }) => {
    const waiting = query.waiting === 'true';
    const which = sql`d.tool = coalesce(${query.tool ?? null}, d.tool) and (${!waiting} or d.outcome = 'waiting')`;
    const items = await read(viewer, (tx) =>
      readDeliveries(tx, seenBy(viewer), which, waiting ? 5000 : SHOWN),
    );
    return { items };
  });

  viewerRoute(app, context, contract.assignSurveyDelivery, 'change_settings', async (call) => {
    const { viewer, params, body } = call;
    requireCompany(viewer, body.company);
    return change(context, call, 'all', async (tx) => {
      await assignDelivery(tx, viewer, params.id, body.company, { key, now: now() });
      return readDelivery(tx, 'all', params.id);
    });
  });

  viewerRoute(app, context, contract.retrySurveyDelivery, 'change_settings', async (call) => {
    const { viewer, params } = call;
    return change(context, call, 'all', async (tx) => {
      await retryDelivery(tx, params.id, { key, now: now() });
      return hiddenFrom(viewer, await readDelivery(tx, 'all', params.id));
    });
  });

  viewerRoute(app, context, contract.dismissSurveyDelivery, 'change_settings', async (call) => {
    const { viewer, params } = call;
    return change(context, call, 'all', async (tx) => {
      await dismissDelivery(tx, viewer, params.id, { key, now: now() });
      return readDelivery(tx, 'all', params.id);
    });
  });
}

function seenBy({ scope }: Viewer): 'all' | readonly string[] {
  return scope.all ? 'all' : [...scope.ids];
}

/** What was found to be of a company that the viewer does not see is told without it. */
function hiddenFrom(viewer: Viewer, delivery: contract.SurveyDelivery): contract.SurveyDelivery {
  const isSeen = delivery.company === null || seesCompany(viewer, delivery.company.id);
  return isSeen ? delivery : { ...delivery, company: null, response: null };
}

function withAddress(
  { url }: ServerContext,
  { protocol, host }: FastifyRequest,
  { workspace }: Viewer,
  { tool, token }: Addressed,
) {
  return {
    ...tool,
    address: new URL(`/hooks/csat/${workspace}/${token}`, url ?? `${protocol}://${host}`).href,
  };
}

type Test = { readonly mapping: contract.SurveyTool['mapping']; readonly sample: string };

async function tested(tx: Tx, viewer: Viewer, { mapping, sample }: Test, now: Date) {
  const { timeZone } = viewer.loaded.definitions.workspace;
  const { answer, problem } = readBody(parsed(sample), mapping, { now, timeZone });
  const nothing = {
    rating: null,
    comment: null,
    about: null,
    answeredAt: null,
    id: null,
    company: null,
    contact: null,
  };
  if (answer === null) return { ...nothing, problem, match: 'It cannot be read.' };
  const { rating, comment, about, answeredAt, id } = answer;
  const said = { rating, comment, about, answeredAt: answeredAt?.toISOString() ?? null, id, problem: null };
  const { company, words } = await findCompany(tx, answer);
  if (company === null) return { ...nothing, ...said, match: words };
  if (!seesCompany(viewer, company))
    return { ...nothing, ...said, match: 'Found, but you do not see the company.' };
  const contact = await findContact(tx, company, answer);
  const { rows } = await sql<{
    company: { id: string; name: string };
    contact: { id: string; name: string } | null;
  }>`
    select json_build_object('id', c.key, 'name', c.name) as company,
      (select json_build_object('id', p.key, 'name', p.name) from contacts p
        where p.workspace_id = c.workspace_id and p.key = ${contact}) as contact
    from companies c where c.workspace_id = (select current_workspace()) and c.key = ${company}`.execute(tx);
  return { ...nothing, ...said, ...rows[0]!, match: words };
}

function parsed(sample: string): unknown {
  try {
    return JSON.parse(sample);
  } catch (error) {
    throw new Refusal('unprocessable', `The sample is no JSON: ${(error as Error).message}`);
  }
}
