import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerFault, type Fault, type FaultPlan, noFaults, spoiled } from '../faults.ts';
import type { Tenant } from '../tenant.ts';
import { makeChoices } from './choices.ts';
import { answerProblems, ENTITIES, fieldsOf, requestProblems, rowProblems } from './documented.ts';
import { BadQuery, parseQuery, runQuery } from './query.ts';
import { type Database, renderTenant } from './render.ts';

export const FAKE_CREDENTIALS = {
  username: 'quarterdeck@msp.example',
  secret: 'fake-secret',
  integrationCode: 'FAKECODE',
} as const;

export interface FakeOptions {
  readonly tenant: Tenant;
  readonly now: Date;
  readonly faults?: FaultPlan;
  /** Which kinds of rows are hidden from the API user: they come back empty, or with an error. */
  readonly hidden?: readonly string[];
  readonly denied?: readonly string[];
  /** Requests that other integrations have made in this hour. */
  readonly usedByOthers?: number;
  readonly port?: number;
}

export interface FakeAutotask {
  /** Where the zone of an API user is asked for. */
  readonly address: string;
  /** What a connection is set up with. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Every call that counts, in the order in which they came; that for the zone does not. */
  readonly calls: readonly string[];
  /** What was asked for or answered otherwise than Autotask's documents say. */
  readonly problems: readonly string[];
  /** So many calls were refused because too many were under way. */
  readonly rejected: number;
  /** The tenant has changed, or is another one. */
  show(tenant: Tenant): void;
  setFaults(plan: FaultPlan): void;
  /** The account moves to another zone: its old one does not know it any more. */
  move(): void;
  /** No answer leaves before the function that it gives is called. */
  hold(): () => void;
  close(): Promise<void>;
}

const ALLOWED_AN_HOUR = 10_000;
const THREADS = 3;

/** Datto Autotask PSA with a tenant, on this machine: its zones, queries, limits and oddities. */
export async function startAutotask(options: FakeOptions): Promise<FakeAutotask> {
  const state: State = {
    options,
    faults: options.faults ?? noFaults,
    tenant: options.tenant,
    choices: makeChoices(),
    database: null,
    zone: 5,
    address: '',
    calls: [],
    problems: new Set(),
    inFlight: new Map(),
    rejected: 0,
    held: null,
  };
  const server = createServer((request, response) => {
    answer(state, request, response).catch((error) => {
      state.problems.add(String(error));
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  state.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: state.address,
    credentials: { ...FAKE_CREDENTIALS, address: state.address },
    calls: state.calls,
    get problems() {
      return [...state.problems];
    },
    get rejected() {
      return state.rejected;
    },
    show(tenant) {
      state.tenant = tenant;
      state.database = null;
    },
    setFaults(plan) {
      state.faults = plan;
    },
    move() {
      state.zone += 1;
    },
    hold() {
      let release = () => {};
      state.held = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        state.held = null;
        release();
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface State {
  readonly options: FakeOptions;
  faults: FaultPlan;
  tenant: Tenant;
  readonly choices: ReturnType<typeof makeChoices>;
  /** Null: to be rendered when it is asked for. */
  database: Database | null;
  zone: number;
  address: string;
  readonly calls: string[];
  readonly problems: Set<string>;
  readonly inFlight: Map<string, number>;
  rejected: number;
  held: Promise<void> | null;
}

interface Reply {
  readonly status: number;
  readonly text: string;
}
const json = (status: number, body: unknown): Reply => ({ status, text: JSON.stringify(body) });
const refusal = (message: string): Reply => json(500, { errors: [message] });

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await read(request);
  const url = new URL(request.url!, state.address);
  const path = /\/V1\.0\/.*$/.exec(url.pathname)?.[0] ?? url.pathname;
  // The address of a next page is Autotask's own affair.
  if (!path.endsWith('/query/next'))
    for (const problem of requestProblems(request.method!, path, url.searchParams.keys()))
      state.problems.add(problem);
  const isZone = path === '/V1.0/ZoneInformation';
  if (!isZone) state.calls.push(`${request.method} ${path}`);
  const fault = isZone ? null : state.faults({ position: state.calls.length, path });
  if (fault && answerFault(fault, response)) return;
  const call = { method: request.method!, path, entity: path.split('/')[2] ?? '', url, body, fault };
  const { status, text } = isZone
    ? replyZone(state, url)
    : isSignedIn(state, request, url)
      ? await replyInThread(state, call)
      : { status: 401, text: '' };
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(text);
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly entity: string;
  readonly url: URL;
  readonly body: string;
  readonly fault: Fault | null;
}

/** More than three calls at once for one entity are refused, with either status. */
async function replyInThread(state: State, call: Call): Promise<Reply> {
  const { entity } = call;
  const running = (state.inFlight.get(entity) ?? 0) + 1;
  state.inFlight.set(entity, running);
  try {
    if (running > THREADS) {
      state.rejected += 1;
      const words = `The thread threshold of ${THREADS} for this tracking identifier was exceeded. (Itgenatr005)`;
      return { ...refusal(words), status: state.rejected % 2 === 1 ? 429 : 500 };
    }
    await state.held;
    return reply(state, call);
  } finally {
    state.inFlight.set(entity, state.inFlight.get(entity)! - 1);
  }
}

function reply(state: State, call: Call): Reply {
  const { path, entity } = call;
  if (used(state) > ALLOWED_AN_HOUR)
    return json(429, { errors: ['The request threshold of the database is exceeded.'] });
  if (path === '/V1.0/ThresholdInformation') return replyUsage(state, call);
  if (!ENTITIES.includes(entity)) return { status: 404, text: '' };
  if (path.endsWith('/entityInformation/fields')) return replyFields(state, call);
  if (state.options.denied?.includes(entity))
    return refusal(
      'The logged in Resource does not have the adequate permissions to query this entity type.',
    );
  try {
    return replyQuery(state, call);
  } catch (error) {
    if (error instanceof BadQuery || error instanceof SyntaxError) return refusal(error.message);
    throw error;
  }
}

/** An API user that is not known gets 500, and anybody else the zone, which is not where the question was asked. */
function replyZone(state: State, url: URL): Reply {
  if (url.searchParams.get('user') !== FAKE_CREDENTIALS.username)
    return refusal('The user could not be found.');
  const zone = {
    zoneName: `Zone ${state.zone}`,
    url: `${state.address}/webservices${state.zone}/ATServicesRest/`,
    webUrl: `${state.address}/ww${state.zone}/`,
  };
  check(state, 'ZoneInformationResultModel', zone);
  return json(200, { ...zone, ci: 1 });
}

function replyUsage(state: State, { fault }: Call): Reply {
  const usage = {
    externalRequestThreshold: ALLOWED_AN_HOUR,
    requestThresholdTimeframe: 60,
    currentTimeframeRequestCount: used(state),
  };
  check(state, 'ThresholdStatusResultModel', usage);
  return { status: 200, text: spoiled(fault, [], () => JSON.stringify(usage)) };
}

function replyFields(state: State, { entity, fault }: Call): Reply {
  database(state);
  const fields = [...fieldsOf.get(entity)!.values()].map((name) => {
    const picklistValues = state.choices.picklist(entity, name);
    return {
      name,
      dataType: picklistValues ? 'integer' : 'string',
      length: 0,
      isRequired: false,
      isReadOnly: name === 'id',
      isQueryable: true,
      isReference: false,
      referenceEntityType: '',
      isPickList: picklistValues !== null,
      picklistValues,
      picklistParentValueField: '',
    };
  });
  for (const { picklistValues, ...field } of fields)
    check(state, 'FieldInformationModel', { ...field, ...(picklistValues && { picklistValues }) });
  return { status: 200, text: spoiled(fault, [], () => JSON.stringify({ fields })) };
}

/** A page of rows. The address of the next one takes a POST with the same body, and nothing else. */
function replyQuery(state: State, { method, path, entity, url, body, fault }: Call): Reply {
  if (path.endsWith('/query/next') && method !== 'POST')
    return refusal('The next page has to be asked for in the way of the first one.');
  const asked = method === 'GET' ? (url.searchParams.get('search') ?? '') : body;
  const query = parseQuery(JSON.parse(asked), entity, fieldsOf.get(entity)!);
  const visible = state.options.hidden?.includes(entity) ? [] : (database(state)[entity] ?? []);
  const { rows, more } = runQuery(query, visible, Number(url.searchParams.get('paging') ?? -1));
  for (const row of rows)
    for (const problem of rowProblems(entity, row)) state.problems.add(`${entity}: ${problem}`);
  const next = `${state.address}${url.pathname.replace(/\/query.*$/, '/query/next')}?paging=${rows.at(-1)?.id}`;
  const write = (items: readonly unknown[]) =>
    JSON.stringify({
      items,
      pageDetails: {
        count: items.length,
        requestCount: query.maxRecords,
        prevPageUrl: null,
        nextPageUrl: more ? next : null,
      },
    });
  return { status: 200, text: spoiled(fault, rows, write) };
}

function database(state: State): Database {
  state.database ??= renderTenant(state.tenant, state.choices, state.options.now.toISOString().slice(0, 10));
  return state.database;
}

/** Only in the zone of the account. */
function isSignedIn(state: State, { headers }: IncomingMessage, { pathname }: URL): boolean {
  return (
    pathname.startsWith(`/webservices${state.zone}/`) &&
    headers.username === FAKE_CREDENTIALS.username &&
    headers.secret === FAKE_CREDENTIALS.secret &&
    headers.apiintegrationcode === FAKE_CREDENTIALS.integrationCode
  );
}

const used = (state: State) => state.calls.length + (state.options.usedByOthers ?? 0);

function check(state: State, model: string, value: unknown): void {
  for (const problem of answerProblems(model, value)) state.problems.add(problem);
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
