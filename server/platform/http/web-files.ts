import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { answerError } from './errors.ts';
import { Refusal } from './refusal.ts';

const year = 31_536_000;

/**
 * Serves the built screens from `folder`. Files under assets/ carry their hash in their name and never change; index.html
 * answers every other address outside /api, since the screens read the address themselves.
 */
export async function serveWebFiles(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(path.join(folder, 'index.html'));
  if (built)
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (response, file) => {
        const hashed = path.relative(folder, file).startsWith(`assets${path.sep}`);
        response.setHeader('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache');
      },
    });
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' || request.method === 'HEAD';
    if (built && page && !/^\/(api|assets)(\/|$|\?)/.test(request.url)) return reply.sendFile('index.html');
    return answerError(new Refusal('not_found', 'There is nothing at this address.'), request, reply);
  });
}
