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
  interface FastifyInstance {
    /** Every route there is. */
    readonly routeTable: readonly RouteEntry[];
  }
}

export interface RouteEntry {
  readonly method: string;
  readonly url: string;
  /** Null: a file, or the documentation itself. */
  readonly endpoint: Endpoint | null;
}

/** Describes every route added from here on that has an endpoint: as /api/v1/openapi.json, and to browse at /api/docs. */
export async function addApiDocs(
  app: FastifyInstance,
  { version, cookie }: { version: string; cookie: string },
): Promise<void> {
  const document = describeApi(version, cookie);
  const table: RouteEntry[] = [];
  app.decorate('routeTable', table);
  app.addHook('onRoute', ({ method, url, config }) => {
    table.push({ method: String(method), url, endpoint: config?.endpoint ?? null });
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
