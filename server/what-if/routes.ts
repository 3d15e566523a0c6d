import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import * as contract from '../../contract/what-if.ts';
import { viewerRoute } from '../access/routes.ts';
import type { ServerContext } from '../context.ts';
import { openWhatIfCompanies } from './companies.ts';

export function addWhatIfRoutes(app: FastifyInstance, context: ServerContext): void {
  const companies = openWhatIfCompanies(context.database);

  viewerRoute(app, context, contract.getWhatIfDefinitions, 'change_settings', async ({ viewer, reply }) =>
    reply.send(JSON.stringify(contract.sentDefinitions(viewer.loaded.definitions))),
  );

  viewerRoute(app, context, contract.getWhatIfCompanies, 'change_settings', async (call) => {
    const { viewer, request, reply } = call;
    const etag = await companies.etagFor(viewer);
    void reply.header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    const { brotli } = await companies.answerFor(viewer, etag);
    void reply.header('vary', 'accept-encoding');
    if (/\bbr\b/.test(request.headers['accept-encoding'] ?? ''))
      return reply.header('content-encoding', 'br').send(brotli);
    return reply.send(await decompress(brotli));
  });
}

const decompress = promisify(brotliDecompress);
