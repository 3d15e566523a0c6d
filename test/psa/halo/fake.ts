import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerFault, type Fault, type FaultPlan, noFaults, spoiled } from '../faults.ts';
import { openSpecification } from '../specification.ts';
import type { Tenant } from '../tenant.ts';
import { LISTS, type List, recurringInvoices } from './lists.ts';
import { openNumbers, type Row } from './rows.ts';

export interface FakeHaloOptions {
  readonly tenant: Tenant;
  /** 0: any free one. */
  readonly port?: number;
  readonly faults?: FaultPlan;
  /** After so many requests a token is refused, whatever it was said to last. */
  readonly tokenCalls?: number;
  /** What a token is said to last, in seconds. */
  readonly tokenSeconds?: number;
  /** Whether a list of recurring invoices leaves their lines out, though it is asked for them. */
  readonly thinInvoices?: boolean;
  /** Tickets that a list shows at most, whatever the pages. */
  readonly mostTickets?: number;
  /** How many milliseconds the vendor's clock is ahead. */
  readonly clockSkew?: number;
  readonly timesheets?: 'shown' | 'empty' | 'refused';
  /** Whether rows are held against the specification; many take their time. */
  readonly checkRows?: boolean;
}

export interface FakeHalo {
  readonly address: string;
  /** What a connector signs in with. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Can be changed between requests. */
  tenant: Tenant;
  faults: FaultPlan;
  /** Is told of each request before it is answered, by its number. */
  beforeCall: (position: number) => void;
  /** So many requests came, signing in included. */
  calls: number;
  readonly paths: string[];
  /** What requests and answers had against the specification. */
  readonly problems: Set<string>;
  close(): Promise<void>;
}

const SPECIFICATION = openSpecification('halo.json');
/** Part of the API, but not of the specification's cut. */
const CUT_AWAY = '/Priority';
const TENANT_ID = 'acme-tenant';

/** HaloPSA for a local connector, with what is awkward about it. */
export async function startFakeHalo(options: FakeHaloOptions): Promise<FakeHalo> {
  const state: FakeHaloState = {
    options,
    numbers: openNumbers(),
    tokens: new Map(),
    fake: {
      address: '',
      credentials: {},
      tenant: options.tenant,
      faults: options.faults ?? noFaults,
      beforeCall: () => {},
      calls: 0,
      paths: [],
      problems: new Set(),
      close: async () => {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      },
    },
  };
  const server = createServer((request, response) => {
    void readBody(request).then((body) => respond(state, request, body, response));
  });
  await new Promise<void>((listening) => server.listen(options.port ?? 0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state.fake, {
    address,
    credentials: { address, clientId: 'quarterdeck', clientSecret: 'open sesame', surveyScale: '1-5' },
  });
}

interface FakeHaloState {
  readonly options: FakeHaloOptions;
  readonly numbers: ReturnType<typeof openNumbers>;
  /** How often each was used. */
  readonly tokens: Map<string, number>;
  readonly fake: FakeHalo;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

function respond(
  state: FakeHaloState,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): void {
  const { fake } = state;
  const url = new URL(request.url ?? '/', fake.address);
  fake.calls += 1;
  fake.paths.push(url.pathname);
  fake.beforeCall(fake.calls);
  const fault = fake.faults({ position: fake.calls, path: url.pathname });
  // HaloPSA does not say how long it wants to be left alone.
  const plainlyBusy = fault?.kind === 'busy' && fault.retryAfterSeconds === undefined;
  if (fault && !plainlyBusy && answerFault(fault, response)) return;
  const { status, text } = plainlyBusy
    ? refusal(429, 'Too many requests')
    : answer(state, request, url, body, fault);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(text);
}

function answer(
  state: FakeHaloState,
  request: IncomingMessage,
  url: URL,
  body: string,
  fault: Fault | null,
): Answer {
  const { fake, options } = state;
  const query = url.searchParams;
  if (url.pathname === '/auth/token') return signIn(state, query, new URLSearchParams(body), fault);
  if (url.pathname === '/api/AuthInfo')
    return object(fault, { auth_url: `${fake.address}/auth`, tenant_id: TENANT_ID });
  if (!isSignedIn(state, request)) return refusal(401, 'invalid_token');
  const path = url.pathname.replace(/^\/api/, '');
  if (path !== CUT_AWAY) note(fake, SPECIFICATION.requestProblems('GET', path, query.keys()));
  const [, name = '', id] = path.split('/');
  if (id !== undefined) return detail(state, name, id, fault);
  const list = LISTS[name];
  if (!list) return refusal(404, `There is no ${name}`);
  // As HaloPSA does, if it is asked for actions of no ticket.
  if (name === 'Actions' && !query.get('ticket_id')) return refusal(500, 'Object reference');
  if (name === 'TimesheetEvent' && options.timesheets === 'refused') return refusal(403, 'Forbidden');
  return shownList(state, list, name, query, fault);
}

function shownList(
  { fake, options, numbers }: FakeHaloState,
  list: List,
  name: string,
  query: URLSearchParams,
  fault: Fault | null,
): Answer {
  const skew = options.clockSkew ?? 0;
  const asked = new URLSearchParams(query);
  for (const name of ['lastupdatefromdate', 'lastupdatetodate'])
    if (query.has(name)) asked.set(name, moved(query.get(name)!, -skew));
  let found = list.rows(asked, fake.tenant, numbers).map((row) => skewed(row, skew));
  if (name === 'TimesheetEvent' && options.timesheets === 'empty') found = [];
  if (name === 'RecurringInvoice' && options.thinInvoices)
    found = found.map((row) => ({ ...row, lines: null }));
  if (name === 'Tickets') found = found.slice(0, options.mostTickets ?? Number.POSITIVE_INFINITY);
  const shown = list.pages ? pageOf(found, list.pages, query) : found;
  if (list.schema !== null && options.checkRows !== false)
    for (const row of shown) note(fake, SPECIFICATION.schemaProblems(list.schema, row));
  // On tickets the count is stuck.
  const record_count = name === 'Tickets' ? 50 : found.length;
  return {
    status: 200,
    text: spoiled(fault, shown, (rows) =>
      JSON.stringify(list.key === null ? rows : { page_no: 1, record_count, [list.key]: rows }),
    ),
  };
}

function pageOf(
  found: readonly Row[],
  { repeatsLast, size }: NonNullable<List['pages']>,
  query: URLSearchParams,
): readonly Row[] {
  const count = query.get('count');
  if (count !== null) return found.slice(0, Number(count));
  if (query.get('pageinate') !== 'true') return found.slice(0, 50);
  const length = size ?? Math.min(100, Number(query.get('page_size') ?? 50));
  const last = Math.max(1, Math.ceil(found.length / length));
  const asked = Number(query.get('page_no') ?? 1);
  const page = repeatsLast ? Math.min(asked, last) : asked;
  return found.slice((page - 1) * length, page * length);
}

/** Only of recurring invoices is there more to see than in the list. */
function detail({ fake, numbers }: FakeHaloState, name: string, id: string, fault: Fault | null): Answer {
  const rows = name === 'RecurringInvoice' ? recurringInvoices(fake.tenant, numbers) : [];
  const row = rows.find((one) => String(one.id) === id);
  if (!row) return refusal(404, 'Not found');
  note(fake, SPECIFICATION.schemaProblems('InvoiceHeader', row));
  return object(fault, row);
}

function signIn(
  { tokens, fake, options }: FakeHaloState,
  query: URLSearchParams,
  form: URLSearchParams,
  fault: Fault | null,
): Answer {
  const { clientId, clientSecret } = fake.credentials;
  // The tenant is part of the address.
  if (query.get('tenant') !== TENANT_ID) return refusal(400, 'invalid_tenant');
  if (form.get('grant_type') !== 'client_credentials' || form.get('scope') === null)
    return refusal(400, 'invalid_request');
  if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret)
    return refusal(400, 'invalid_client');
  const token = `token-${tokens.size + 1}`;
  tokens.set(token, 0);
  return object(fault, {
    access_token: token,
    token_type: 'Bearer',
    expires_in: options.tokenSeconds ?? 3600,
    scope: 'all',
  });
}

function isSignedIn({ tokens, options }: FakeHaloState, request: IncomingMessage): boolean {
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const used = tokens.get(token);
  if (used === undefined || used >= (options.tokenCalls ?? Number.POSITIVE_INFINITY)) return false;
  tokens.set(token, used + 1);
  return true;
}

function skewed(row: Row, skew: number): Row {
  if (skew === 0 || typeof row.last_update !== 'string') return row;
  return { ...row, last_update: moved(row.last_update, skew) };
}

const moved = (instant: string, by: number) => new Date(Date.parse(instant) + by).toISOString();

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function object(fault: Fault | null, row: Row): Answer {
  return { status: 200, text: spoiled(fault, [row], (rows) => JSON.stringify(rows.at(-1))) };
}

const refusal = (status: number, error: string): Answer => ({ status, text: JSON.stringify({ error }) });

function note({ problems }: FakeHalo, found: readonly string[]): void {
  for (const problem of found) problems.add(problem);
}
