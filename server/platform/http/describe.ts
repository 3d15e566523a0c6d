import { z } from 'zod';
import { API_PREFIX, type Endpoint } from '../../../contract/endpoint.ts';
import { ERROR_STATUS, ErrorBody, type ErrorCode } from '../../../contract/errors.ts';

/** The OpenAPI document, which grows as endpoints are added. */
export interface ApiDescription {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly security: readonly Record<string, readonly string[]>[];
  readonly paths: Record<string, Record<string, unknown>>;
  readonly components: Record<string, Record<string, unknown>>;
}

const reasons: Record<ErrorCode, string> = {
  bad_request: 'A parameter or field is wrong; the message and details name it',
  unauthenticated: 'Nobody is signed in',
  forbidden: 'Your role does not allow this, or the change was sent by a page of another site',
  not_found: 'There is no such thing, or you do not see it',
  conflict: 'It cannot be done in the present state',
  precondition_failed: 'It has changed since the ETag in If-Match',
  payload_too_large: 'The body is too large',
  unprocessable: 'The request is well-formed but contradicts itself or what is stored',
  too_many_requests: 'Too many requests; see Retry-After',
  internal: 'Something went wrong in the server',
  unavailable: 'The database is away; see Retry-After',
};

/** An empty document with what every endpoint shares. `cookie` is the name of the session cookie. */
export function describeApi(version: string, cookie: string): ApiDescription {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Quarterdeck',
      version,
      description:
        'Money is whole cents. Shares and coverage are 0–1, not rounded. A number that does not exist is null, never 0. A company that you do not see does not exist for you. A POST with an Idempotency-Key happens once.',
    },
    security: [{ apiKey: [] }, { session: [] }],
    paths: {},
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key' },
        session: { type: 'apiKey', in: 'cookie', name: cookie },
      },
      schemas: { Error: schemaOf(ErrorBody, 'output') },
      responses: Object.fromEntries(
        (Object.keys(ERROR_STATUS) as ErrorCode[]).map((code) => [code, errorResponse(code)]),
      ),
    },
  };
}

/** Adds one endpoint to the document. */
export function describeEndpoint(api: ApiDescription, endpoint: Endpoint): void {
  const path = urlOf(endpoint).replace(/:(\w+)/g, '{$1}');
  api.paths[path] ??= {};
  api.paths[path][endpoint.method.toLowerCase()] = operationOf(endpoint);
}

/** The path as the server routes it. */
export function urlOf(endpoint: Pick<Endpoint, 'prefix' | 'path'>): string {
  return `${endpoint.prefix ?? API_PREFIX}${endpoint.path}`;
}

/** Every way in which the endpoint may refuse: its own and those that all share. */
export function errorsOf(endpoint: Endpoint): ErrorCode[] {
  const shared: ErrorCode[] = ['bad_request', 'too_many_requests', 'internal', 'unavailable'];
  if (!endpoint.public) shared.push('unauthenticated');
  if (endpoint.method !== 'GET') shared.push('forbidden');
  if (endpoint.body) shared.push('payload_too_large');
  if (endpoint.method === 'POST') shared.push('unprocessable');
  return [...new Set([...(endpoint.errors ?? []), ...shared])].sort(
    (a, b) => ERROR_STATUS[a] - ERROR_STATUS[b],
  );
}

function operationOf(endpoint: Endpoint) {
  const parameters = [
    ...parametersOf(endpoint.params, 'path', endpoint.examples.params),
    ...parametersOf(endpoint.query, 'query', endpoint.examples.query),
    ...headersOf(endpoint),
  ];
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(endpoint.description ? { description: endpoint.description } : {}),
    tags: [endpoint.slice],
    ...(endpoint.public ? { security: [] } : {}),
    ...(endpoint.cookieOnly ? { security: [{ session: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: media(endpoint.bodyType, endpoint.body, 'input', endpoint.examples.body),
          },
        }
      : {}),
    responses: {
      [endpoint.status ?? 200]: successOf(endpoint),
      ...Object.fromEntries(
        errorsOf(endpoint).map((code) => [ERROR_STATUS[code], { $ref: `#/components/responses/${code}` }]),
      ),
    },
  };
}

function successOf(endpoint: Endpoint) {
  if (endpoint.status === 204) return { description: 'Done' };
  return {
    description: 'Done',
    content: media(endpoint.responseType, endpoint.response, 'output', endpoint.examples.response),
  };
}

function media(type = 'application/json', schema: z.ZodType, io: 'input' | 'output', example: unknown) {
  return { [type]: { schema: schemaOf(schema, io), ...(example === undefined ? {} : { example }) } };
}

function parametersOf(schema: z.ZodType | undefined, where: 'path' | 'query', examples: unknown) {
  if (!(schema instanceof z.ZodObject)) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, { description?: string }>;
    required?: string[];
  };
  const values = (examples ?? {}) as Record<string, unknown>;
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description ? { description } : {}),
    schema: rest,
    ...(name in values ? { example: values[name] } : {}),
  }));
}

function headersOf(endpoint: Endpoint) {
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  });
  const headers = [];
  if (
    endpoint.method === 'POST' &&
    !endpoint.public &&
    !endpoint.cookieOnly &&
    endpoint.responseType === undefined
  )
    headers.push(header('Idempotency-Key', 'Any text; the same key within a day gives the same answer'));
  if (endpoint.errors?.includes('precondition_failed'))
    headers.push(header('If-Match', 'The ETag that the change is based on'));
  return headers;
}

function errorResponse(code: ErrorCode) {
  const retry = { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } };
  return {
    description: reasons[code],
    ...(code === 'too_many_requests' || code === 'unavailable' ? { headers: retry } : {}),
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/Error' },
        example: { error: { code, message: `${reasons[code]}.` } },
      },
    },
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  });
  return rest;
}
