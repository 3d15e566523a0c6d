import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.ts';

/** More requests at once than this would only wait for each other. */
const MOST_AT_ONCE = 250;

/** Refuses what comes on top of a full house at once (503), so that those inside are still answered in time. */
export function refuseOverload(app: FastifyInstance, most = MOST_AT_ONCE): void {
  let atOnce = 0;
  app.addHook('onRequest', async (_request, reply) => {
    if (atOnce >= most)
      throw new Refusal('unavailable', 'Too many requests at once. Try again.', { retryAfter: 1 });
    atOnce += 1;
    // however it ends: answered, failed, or the client gone
    reply.raw.once('close', () => {
      atOnce -= 1;
    });
  });
}
