import type { FastifyInstance, FastifyRequest } from 'fastify';
import { receiveConnectionHint } from '../../contract/connection-hooks.ts';
import type { RecordKind } from '../../domain/sync/records.ts';
import { publicRoute } from '../access/routes.ts';
import { ConnectorProblem, type HookCall } from '../connectors/connector.ts';
import type { ServerContext } from '../context.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { hintArrived } from '../sync/hint-arrived.ts';
import { type Called, connectionOfAddress } from './hooks.ts';
import { openAccess } from './open-connection.ts';

const LARGEST = 1024 * 1024;

/** From one address: so many calls a minute. A system that changes much calls for every change. */
const LIMIT = 600;

/** Whoever calls waits no longer for what has to be asked to check a signature. Milliseconds. */
const PATIENCE = 10_000;

/** The addresses that connected systems call. Having one is the right to call: nobody signs in. */
export async function addConnectionHook(app: FastifyInstance, context: ServerContext): Promise<void> {
  const { database, connectionKey, now } = context;
  await app.register(async (hooks) => {
    hooks.removeAllContentTypeParsers();
    hooks.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST }, (_request, body, done) =>
      done(null, body),
    );
    publicRoute(hooks, context, receiveConnectionHint, LIMIT, async ({ params, request }) => {
      const called = await connectionOfAddress(database, params, connectionKey);
      if (!called) throw new Refusal('not_found', 'There is no such address, or it has ended.');
      const kinds = await hintsOf(context, called, callOf(request, called.secret));
      if (kinds === null) throw new Refusal('unauthenticated', 'This call is not signed as it should be.');
      const { workspace, connection } = called;
      if (kinds.length > 0) await hintArrived(database, { workspace, connection, kinds, now: now() });
    });
  });
}

/** Null: not signed as it should be, or nobody can say. */
async function hintsOf(
  context: ServerContext,
  { workspace, connection, vendor }: Called,
  call: HookCall,
): Promise<readonly RecordKind[] | null> {
  const hooks = context.connectors.find((one) => one.vendor === vendor)?.hooks;
  if (!hooks) return null;
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    const { access } = await openAccess(context, { workspace, connection }, signal);
    return await hooks.hints(call, access);
  } catch (error) {
    if (error instanceof ConnectorProblem || signal.aborted) return null;
    throw error;
  }
}

function callOf({ headers, query, body }: FastifyRequest, secret: string | null): HookCall {
  const single = (of: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(of).map(([name, value]) => [name, [value].flat()[0] as string | undefined]),
    );
  return {
    headers: single(headers),
    query: single(query as Record<string, unknown>),
    body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    secret,
  };
}
