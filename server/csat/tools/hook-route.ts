import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { receiveSurveyDelivery } from '../../../contract/survey-tools.ts';
import { publicRoute } from '../../access/routes.ts';
import type { ServerContext } from '../../context.ts';
import { inWorkspace } from '../../platform/database/transaction.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import { unseal } from '../../platform/secret.ts';
import { type Arrived, insertDelivery, insertRefused, requireRoom } from './deliveries.ts';
import { lockTool, toolOfAddress } from './read-tools.ts';
import { isSigned } from './signature.ts';
import { takeDelivery } from './take-delivery.ts';

const LARGEST = 64 * 1024;

/** From one address, which may be one of a tool with many customers: so many deliveries a minute. */
const LIMIT = 120;

/**
 * The addresses that survey tools send to. Having one is the right to send: nobody signs in. What waits is answered like what
 * was taken, as the tool cannot mend it, and would send it again and again.
 */
export async function addSurveyHook(app: FastifyInstance, context: ServerContext): Promise<void> {
  const { database, surveyToolKey: key, now } = context;
  await app.register(async (hooks) => {
    hooks.removeAllContentTypeParsers();
    hooks.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST }, (_request, body, done) =>
      done(null, body),
    );
    publicRoute(hooks, context, receiveSurveyDelivery, LIMIT, async ({ params, request }) => {
      const found = await toolOfAddress(database, params);
      if (!found) throw new Refusal('not_found', 'There is no such address, or it has ended.');
      const { workspace, id, signature } = found;
      const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const hash = createHash('sha256').update(raw).digest();
      const ofTool = { workspace, tool: id };
      const scope = { workspace, companies: 'all' } as const;
      if (signature && !isSigned(raw, unseal(key, signature.secret), headerOf(request, signature.header))) {
        await inWorkspace(database, scope, (tx) => insertRefused(tx, ofTool, hash, now()));
        throw new Refusal('unauthenticated', `The header ${signature.header} does not sign this body.`);
      }
      const arrived = { ...readBody(raw, request), hash };
      return inWorkspace(database, scope, async (tx) => {
        const tool = await lockTool(tx, id);
        await requireRoom(tx, id);
        const outcome = await takeDelivery(tx, tool, { ...arrived, key: null }, now());
        await insertDelivery(tx, ofTool, arrived, outcome, { key, now: now() });
        return { outcome: outcome.outcome };
      });
    });
  });
}

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value[0] : value;
}

/** JSON, or the fields of a form, whose last of a name counts. */
function readBody(raw: Buffer, { headers }: FastifyRequest): Pick<Arrived, 'body' | 'text'> {
  const sent = raw.toString('utf8');
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    const body = Object.fromEntries(new URLSearchParams(sent));
    return { body, text: JSON.stringify(body) };
  }
  try {
    return { body: JSON.parse(sent), text: sent };
  } catch {
    throw new Refusal('bad_request', 'The body is neither JSON nor the fields of a form.');
  }
}
