import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../../contract/endpoint.ts';
import { ERROR_STATUS, ErrorBody } from '../../../contract/errors.ts';
import { onBothEngines } from '../../../test/harness/engines.ts';
import { type ApiDocument, type NamedOperation, operationsOf } from '../../testing/api-document.ts';
import { broken, fitting, type JsonText, spoiled } from '../../testing/from-schema.ts';
import {
  addWorkspace,
  type Client,
  giveKey,
  givePassword,
  openTestServer,
  type TestServer,
} from '../../testing/test-server.ts';
import { COMPANIES, twoRegions } from '../../testing/two-regions.ts';
import { errorsOf } from './describe.ts';

const KNOWN = [...Object.values(COMPANIES).map(({ id }) => id), 'mfa', 'mfa-pro', 'admin', 'all', 'Standard'];

/** Requests of either sort per operation. */
const RUNS = 12;

onBothEngines('the OpenAPI document', (engine) => {
  let server: TestServer;
  let admin: Client;
  let document: ApiDocument;

  beforeAll(async () => {
    const workspace = await addWorkspace(engine.database, 'Northwind IT', twoRegions);
    // the last admin who can sign in stays one, whatever is generated
    await givePassword(engine.database, workspace, 'admin');
    server = await openTestServer(engine.database);
    admin = server.withKey(await giveKey(engine.database, workspace, 'admin'));
    document = (await server.anonymous.get('/openapi.json')).json();
  });
  afterAll(() => server.close());

  const endpointOf = ({ operationId }: NamedOperation): Endpoint =>
    server.app.routeTable.find(({ endpoint }) => endpoint?.id === operationId)!.endpoint!;

  it('describes every route, each with its answers, refusals, security and examples', () => {
    expect(document.openapi).toBe('3.1.0');
    const operations = operationsOf(document);
    const routes = server.app.routeTable.filter(({ endpoint }) => endpoint);
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      routes.map(({ method, url }) => `${method} ${url.replace(/:(\w+)/g, '{$1}')}`).sort(),
    );
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const operation of operations) {
      const statuses = Object.keys(operation.responses);
      expect([operation.operationId, statuses]).toEqual([
        operation.operationId,
        expect.arrayContaining(['500', '503']),
      ]);
      expect(statuses.some((status) => status.startsWith('2'))).toBe(true);
      if (operation.security?.length !== 0) expect(statuses).toContain('401');
      const named = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => name).sort()).toEqual(named.sort());
      for (const { example } of inPath) expect(example).toBeDefined();
    }
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]*)"/g)].map(
      ([, path]) => path!,
    );
    for (const path of references) {
      const target = path
        .split('/')
        .reduce((at, part) => (at as Record<string, unknown>)?.[part], document as unknown);
      expect([path, typeof target]).toEqual([path, 'object']);
    }
  });

  it('has examples that fit their schemas', () => {
    for (const operation of operationsOf(document)) {
      const { params, query, body, response, examples, bodyType, responseType } = endpointOf(operation);
      if (params) params.parse(examples.params);
      if (query && examples.query) query.parse(examples.query);
      if (body && bodyType === undefined) body.parse(examples.body);
      if (examples.response !== undefined)
        expect(response.parse(examples.response)).toEqual(examples.response);
      else
        expect([
          operation.operationId,
          operation.responses['204'] !== undefined || responseType !== undefined,
        ]).toEqual([operation.operationId, true]);
    }
  });

  describe('holds for generated requests', () => {
    it('that keep to it', () => tryAll(({ parameters, body }) => ({ parameters, body })), 300_000);
    it(
      'that break it',
      () =>
        tryAll(({ parameters, body, spoiledParameters, spoiledBody }) => ({
          parameters: fc.oneof(parameters, spoiledParameters),
          body: spoiledBody ?? body,
        })),
      300_000,
    );
  });

  interface Parts {
    readonly parameters: fc.Arbitrary<Values>;
    readonly spoiledParameters: fc.Arbitrary<Values>;
    readonly body: fc.Arbitrary<JsonText> | null;
    readonly spoiledBody: fc.Arbitrary<JsonText> | null;
  }

  async function tryAll(choose: (parts: Parts) => Pick<Parts, 'parameters' | 'body'>): Promise<void> {
    for (const operation of operationsOf(document)) {
      // generated changes of groups may have taken the admin's sight
      await sql`insert into security_group_users (workspace_id, security_group, "user")
        select id, 'all', 'admin' from workspaces on conflict do nothing`.execute(engine.database.kysely);
      const { parameters, body } = choose(partsOf(operation));
      const request = fc.record({ values: parameters, payload: body ?? fc.constant(null) });
      await fc.assert(
        fc.asyncProperty(request, async ({ values, payload }) => {
          const answer = await send(operation, values, payload);
          checkAnswer(endpointOf(operation), answer, server.log.at(-1) ?? '');
        }),
        { numRuns: RUNS },
      );
    }
  }

  async function send(operation: NamedOperation, values: Values, payload: JsonText | null) {
    const [type] = Object.keys(operation.requestBody?.content ?? {});
    return admin.send({
      method: operation.method as 'GET',
      url: urlOf(operation, values),
      headers: {
        'x-forwarded-for': anyAddress(),
        ...headersOf(operation, values),
        ...(type ? { 'content-type': type } : {}),
      },
      ...(payload === null ? {} : { payload }),
    });
  }
});

/** By place and name: JSON texts. */
type Values = Readonly<Record<string, JsonText>>;

function partsOf(operation: NamedOperation) {
  const parameters = operation.parameters ?? [];
  const values = (spoil: boolean): fc.Arbitrary<Values> =>
    fc.record(
      Object.fromEntries(
        parameters.map(({ in: place, name, schema }) => [
          `${place} ${name}`,
          spoil ? fc.oneof(fitting(schema, KNOWN), broken) : fitting(schema, KNOWN),
        ]),
      ),
      {
        requiredKeys: parameters
          .filter(({ required }) => required)
          .map(({ in: place, name }) => `${place} ${name}`),
      },
    );
  const schema = operation.requestBody?.content['application/json']?.schema;
  return {
    parameters: values(false),
    spoiledParameters: values(true),
    body: schema ? fitting(schema, KNOWN) : operation.requestBody ? fc.string() : null,
    spoiledBody: schema ? spoiled(schema, KNOWN) : null,
  };
}

function urlOf({ path, parameters = [] }: NamedOperation, values: Values): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encode(values[`path ${name}`]!) || 'x');
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name }) =>
      textsOf(values[`query ${name}`]).map((text) => `${name}=${encode(JSON.stringify(text))}`),
    );
  return `${filled}?${query.join('&')}`.slice(0, 12_000);
}

function headersOf({ parameters = [] }: NamedOperation, values: Values): Record<string, string> {
  const headers = parameters.filter((parameter) => parameter.in === 'header');
  return Object.fromEntries(
    headers.flatMap(({ name }) => {
      const [text] = textsOf(values[`header ${name}`]);
      return text === undefined ? [] : [[name.toLowerCase(), text.replace(/[^ -~]/g, '?').slice(0, 1000)]];
    }),
  );
}

/** The texts that a JSON value stands for in a query: a list's entries, else itself. */
function textsOf(value: JsonText | undefined): string[] {
  if (value === undefined) return [];
  const parsed: unknown = JSON.parse(value);
  const list = Array.isArray(parsed) ? parsed.slice(0, 3) : [parsed];
  return list.map((one) => (one === null || typeof one === 'object' ? value : String(one)));
}

function encode(value: JsonText): string {
  const parsed: unknown = JSON.parse(value);
  const text = typeof parsed === 'string' ? parsed : value;
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '').slice(0, 3000));
}

/** Each from its own, as tries are limited per address. */
function anyAddress(): string {
  addresses += 1;
  return `10.9.${(addresses >> 8) & 255}.${addresses & 255}`;
}
let addresses = 0;

/** Never a failure of the server; a refusal that the document knows, in its shape; a good answer as the schema says. */
function checkAnswer(endpoint: Endpoint, answer: LightMyRequestResponse, logged: string): void {
  const { statusCode, body } = answer;
  const told = `${endpoint.id}: ${statusCode} ${body.slice(0, 500)}`;
  expect(statusCode, `${told} ${logged}`).toBeLessThan(500);
  if (statusCode >= 400) {
    const { code } = ErrorBody.parse(JSON.parse(body)).error;
    expect([ERROR_STATUS[code], errorsOf(endpoint).includes(code)], told).toEqual([statusCode, true]);
  } else {
    expect(statusCode, told).toBe(endpoint.status ?? 200);
    if (endpoint.responseType === undefined && statusCode !== 204) {
      const sent: unknown = JSON.parse(body);
      expect(endpoint.response.parse(sent), told).toEqual(sent);
    }
  }
}
