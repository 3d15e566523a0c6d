import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { API_PREFIX, type Endpoint } from '../../../contract/endpoint.ts';
import { describeApi, describeEndpoint } from './describe.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route is in the contract; it is described in the OpenAPI document. */
    endpoint?: Endpoint;
  }
}

/** Describes every route added from here on that has an endpoint: as /api/v1/openapi.json, and to browse at /api/docs. */
export async function addApiDocs(
  app: FastifyInstance,
  { version, cookie }: { version: string; cookie: string },
): Promise<void> {
  const document = describeApi(version, cookie);
  app.addHook('onRoute', ({ config }) => {
    if (config?.endpoint) describeEndpoint(document, config.endpoint);
  });
  let text: string | undefined;
  app.get(`${API_PREFIX}/openapi.json`, (_request, reply) => {
    text ??= JSON.stringify(document);
    return reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(text);
  });
  await app.register(swagger, { mode: 'static', specification: { document: document as never } });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { persistAuthorization: false, displayRequestDuration: true },
  });
}
