import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusal.ts';

/** Bodies are JSON and nothing else; an empty one is no body, whatever its content type says. */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    if (text === '') return done(null, undefined);
    try {
      done(null, JSON.parse(text as string, withoutPrototype));
    } catch (error) {
      done(new Refusal('bad_request', `The body is not JSON: ${(error as Error).message}`), undefined);
    }
  });
}

/** A key that JavaScript treats as an object's prototype is dropped wherever it stands. */
function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value;
}
