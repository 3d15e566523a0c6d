import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as hooks from '../../contract/connection-hooks.ts';
import * as contract from '../../contract/connections.ts';
import { change } from '../access/change.ts';
import { userRoute, viewerRoute } from '../access/routes.ts';
import { requireEveryCompany, type Viewer } from '../access/viewer.ts';
import type { Connector } from '../connectors/connector.ts';
import type { ServerContext } from '../context.ts';
import { inWorkspace, type Tx } from '../platform/database/transaction.ts';
import { sampleRecord, testConnection } from './ask-system.ts';
import { addConnection, changeConnection, removeConnection } from './change-connections.ts';
import { createHook, deleteHook } from './hooks.ts';
import { readChoices } from './read-choices.ts';
import { readConnection, readConnections } from './read-connections.ts';

/** Connections bring in the workspace's data as a whole: they are for admins who see every company. */
export function addConnectionRoutes(app: FastifyInstance, context: ServerContext): void {
  const { database, connectors, now } = context;
  const read = <Result>({ workspace }: Viewer, work: (tx: Tx) => Promise<Result>) =>
    inWorkspace(database, { workspace, companies: 'all' }, work);

  userRoute(app, context, contract.listConnectors, 'change_settings', async () => ({
    items: connectors.map(presentConnector),
  }));

  viewerRoute(app, context, contract.listConnections, 'change_settings', async ({ viewer }) => {
    requireEveryCompany(viewer);
    return { items: await read(viewer, (tx) => readConnections(tx, context, viewer)) };
  });

  viewerRoute(app, context, contract.createConnection, 'change_settings', async (call) => {
    const { viewer, body, reply } = call;
    requireEveryCompany(viewer);
    const made = await change(context, call, 'all', (tx) => addConnection(tx, context, viewer, body, now()));
    void reply.header('etag', made.etag);
    return made;
  });

  viewerRoute(app, context, contract.getConnection, 'change_settings', async ({ viewer, params, reply }) => {
    requireEveryCompany(viewer);
    const connection = await read(viewer, (tx) => readConnection(tx, context, viewer, params.id));
    void reply.header('etag', connection.etag);
    return connection;
  });

  viewerRoute(app, context, contract.updateConnection, 'change_settings', async (call) => {
    const { viewer, params, body, request, reply } = call;
    requireEveryCompany(viewer);
    const ifMatch = request.headers['if-match'];
    const changed = await change(context, call, 'all', (tx) =>
      changeConnection(tx, context, viewer, params.id, body, { ifMatch, now: now() }),
    );
    void reply.header('etag', changed.etag);
    return changed;
  });

  viewerRoute(app, context, contract.deleteConnection, 'change_settings', async (call) => {
    const { viewer, params, request } = call;
    requireEveryCompany(viewer);
    await change(context, call, 'all', (tx) =>
      removeConnection(tx, context, viewer, params.id, request.headers['if-match']),
    );
  });

  viewerRoute(app, context, contract.testConnection, 'change_settings', async ({ viewer, params }) => {
    requireEveryCompany(viewer);
    return { permissions: [...(await testConnection(context, place(viewer, params.id)))] };
  });

  viewerRoute(app, context, contract.getConnectionChoices, 'change_settings', async ({ viewer, params }) => {
    requireEveryCompany(viewer);
    return read(viewer, async (tx) => {
      const { settings } = await readConnection(tx, context, viewer, params.id);
      return readChoices(tx, params.id, settings, viewer.loaded.grants);
    });
  });

  viewerRoute(app, context, contract.getConnectionSample, 'change_settings', async ({ viewer, params }) => {
    requireEveryCompany(viewer);
    return { record: await sampleRecord(context, place(viewer, params.id), params.kind) };
  });

  viewerRoute(app, context, hooks.createConnectionHook, 'change_settings', async (call) => {
    const { viewer, params, request } = call;
    requireEveryCompany(viewer);
    return change(context, call, 'all', async (tx) => {
      const { token, secret, hooks: calls } = await createHook(tx, context, viewer, params.id);
      const address = addressOf(context, request, viewer, token);
      return { address, secret, instructions: [...calls.instructions(address)] };
    });
  });

  viewerRoute(app, context, hooks.deleteConnectionHook, 'change_settings', async (call) => {
    const { viewer, params } = call;
    requireEveryCompany(viewer);
    await change(context, call, 'all', (tx) => deleteHook(tx, viewer, params.id));
  });
}

const place = ({ workspace }: Viewer, connection: string) => ({ workspace, connection });

function presentConnector({ vendor, name, credentials, kinds, hooks: calls }: Connector): contract.Connector {
  return {
    vendor,
    name,
    credentials: credentials.map((field) => ({ ...field, optional: field.optional === true })),
    kinds: [...kinds],
    callsBack: calls !== null,
  };
}

function addressOf(
  { url }: ServerContext,
  { protocol, host }: FastifyRequest,
  { workspace }: Viewer,
  token: string,
): string {
  return new URL(`/hooks/psa/${workspace}/${token}`, url ?? `${protocol}://${host}`).href;
}
