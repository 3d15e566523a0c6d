import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerFault, type Fault, type FaultPlan, noFaults, spoiled } from '../faults.ts';
import { openSpecification } from '../specification.ts';
import type { Tenant } from '../tenant.ts';
import { parseCondition, type Row } from './condition.ts';
import { type RowList, shownAt } from './lists.ts';
import { type FakePage, forwardPage, numberedPage, pageSizeOf } from './page.ts';

/**
 * A ConnectWise PSA on a port of this machine, which shows a tenant in its vendor's words. What it does beyond the specification
 * is from public reports (docs/decisions/fake-psas.md). All that can be written may be changed between two calls.
 */
export interface FakeConnectWise {
  readonly site: string;
  /** As an admin types them. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly tenant: Tenant;
  codebase: string;
  faults: FaultPlan;
  /** How wrong keys are answered; the cloud does it with 404. */
  wrongKeys: 401 | 404;
  /** Beginnings of paths that the API member may not read. */
  forbidden: readonly string[];
  /** An installation of one's own that reads days alone in conditions. */
  datesAreDays: boolean;
  /** The last page says that it goes on, and comes again. */
  repeatsLastPage: boolean;
  clockAheadMs: number;
  /** Called before each call is answered. */
  onCall: (path: string) => void;
  /** Path and query of each call, in the order in which they came. */
  readonly calls: string[];
  /** What a request or an answer has that the specification does not know. */
  readonly violations: string[];
  /** A callback as it would come, signed. */
  signedCall(type: string, id: number): FakeCall;
  close(): Promise<void>;
}

export interface FakeCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const specification = openSpecification('connectwise.json');
const CREDENTIALS = {
  companyId: 'alder',
  publicKey: 'pub1ic',
  privateKey: 'pr1vate',
  clientId: '0b5f6a1e-6f0c-4f7e-9a53-8d9c5b6f2a11',
};
const SIGNING_KEY = 'a key of the vendor';

export async function startFakeConnectWise(tenant: Tenant, port = 0): Promise<FakeConnectWise> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fake: FakeConnectWise = {
    site,
    credentials: { site, ...CREDENTIALS },
    tenant,
    codebase: 'v2026_1/',
    faults: noFaults,
    wrongKeys: 401,
    forbidden: [],
    datesAreDays: false,
    repeatsLastPage: false,
    clockAheadMs: 0,
    onCall: () => {},
    calls: [],
    violations: [],
    signedCall: (type, id) => signedCall(site, type, id),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  server.on('request', (request, response) => answer(fake, request, response));
  return fake;
}

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly link?: string;
}

function answer(fake: FakeConnectWise, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', fake.site);
  fake.calls.push(`${url.pathname}${url.search}`);
  fake.onCall(url.pathname);
  const fault = fake.faults({ position: fake.calls.length, path: url.pathname });
  if (fault && answerFault(fault, response)) return;
  const { status, text, link } = replyTo(fake, request, url, fault);
  const headers = { 'content-type': 'application/json; charset=utf-8', ...(link && { link }) };
  response.writeHead(status, headers).end(text);
}

function replyTo(fake: FakeConnectWise, request: IncomingMessage, url: URL, fault: Fault | null): Reply {
  if (url.pathname === '/signing-key')
    return { status: 200, text: JSON.stringify({ signing_key: SIGNING_KEY }) };
  const login = /^\/login\/companyinfo\/(.*)$/.exec(url.pathname);
  if (login) return { status: 200, text: companyInfo(fake, decodeURIComponent(login[1]!)) };
  const [, codebase, path] = /^\/([^/]+\/)apis\/3\.0(\/.*)$/.exec(url.pathname) ?? [];
  if (codebase !== fake.codebase || path === undefined) return refusal(404, 'NotFound');
  if (request.headers.clientid !== CREDENTIALS.clientId) return refusal(403, 'ClientId is not valid');
  if (request.headers.authorization !== AUTHORIZATION) return refusal(fake.wrongKeys, 'Unauthorized');
  if (fake.forbidden.some((start) => path.startsWith(start)))
    return refusal(403, 'You do not have security permission to perform this action.');
  const isForward = request.headers['pagination-type'] === 'forward-only';
  fake.violations.push(...specification.requestProblems(request.method ?? '', path, url.searchParams.keys()));
  return show(fake, { url, path, fault, isForward });
}

const AUTHORIZATION = `Basic ${Buffer.from(
  `${CREDENTIALS.companyId}+${CREDENTIALS.publicKey}:${CREDENTIALS.privateKey}`,
).toString('base64')}`;

function companyInfo({ codebase }: FakeConnectWise, companyId: string): string {
  if (companyId !== CREDENTIALS.companyId) return 'null';
  return JSON.stringify({
    CompanyName: 'Alder IT',
    Codebase: codebase,
    VersionCode: 'v2026.1',
    VersionNumber: 'v4.6.1234',
    CompanyID: companyId,
    IsCloud: true,
  });
}

interface Asked {
  readonly url: URL;
  readonly path: string;
  readonly fault: Fault | null;
  readonly isForward: boolean;
}

function show(fake: FakeConnectWise, asked: Asked): Reply {
  const { path, fault } = asked;
  const shown = shownAt(path, fake);
  if (shown === null) return refusal(404, 'NotFound');
  if ('list' in shown) return showList(fake, asked, shown.list);
  fake.violations.push(...specification.answerProblems('GET', path, shown.one));
  const [rows, isList] = Array.isArray(shown.one) ? [shown.one, true] : [[shown.one], false];
  const write = (each: readonly unknown[]) => JSON.stringify(isList ? each : each[0]);
  return { status: 200, text: spoiled(fault, rows, write) };
}

function showList(fake: FakeConnectWise, asked: Asked, list: RowList): Reply {
  const { path, url, fault } = asked;
  let page: FakePage;
  try {
    page = pageOf(fake, asked, list);
  } catch (error) {
    return refusal(400, (error as Error).message);
  }
  const fields = url.searchParams.get('fields')?.split(',');
  const isNested = /\d/.test(path);
  if (isNested && fields && page.rows.some((row) => fields.some((name) => !(name in row))))
    return refusal(400, 'A field is not known');
  const rows = fields ? page.rows.map((row) => only(row, fields)) : page.rows;
  fake.violations.push(...specification.answerProblems('GET', path, rows));
  return {
    status: 200,
    text: spoiled(fault, rows, (each) => JSON.stringify(each)),
    link: linksOf(url, page),
  };
}

function pageOf(fake: FakeConnectWise, { url, isForward }: Asked, list: RowList): FakePage {
  const ask = url.searchParams;
  const text = ask.get('conditions');
  const condition = text === null ? () => true : parseCondition(text, { daysOnly: fake.datesAreDays });
  const paging = { pageSize: pageSizeOf(ask.get('pageSize')), condition };
  const order = ask.get('orderBy');
  if (isForward && order !== null) throw new SyntaxError('Forward-only paging has no order');
  const read = (after: number, page: number) =>
    isForward
      ? forwardPage(list, paging, after)
      : numberedPage(list, paging, page, order?.endsWith(' desc') === true);
  const page = read(Number(ask.get('pageId') ?? 0), Number(ask.get('page') ?? 1));
  if (!fake.repeatsLastPage || page.next !== null) return page;
  const all = { pageSize: paging.pageSize, condition: () => true };
  const again = page.rows.length > 0 ? page : forwardPage(list, all, Math.max(0, (list.ids.at(-1) ?? 0) - 1));
  return { ...again, next: isForward ? { pageId: Number(again.rows.at(-1)?.id ?? 0) } : { page: 2 } };
}

function only(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name)));
}

function linksOf(url: URL, { next, last }: FakePage): string {
  const link = (changes: Readonly<Record<string, number>>, rel: string) => {
    const to = new URL(url);
    for (const [name, value] of Object.entries(changes)) to.searchParams.set(name, String(value));
    return `<${to.href}>; rel="${rel}"`;
  };
  if (next === null) return '';
  return [link(next, 'next'), ...(last === null ? [] : [link({ page: last }, 'last')])].join(', ');
}

function refusal(status: number, message: string): Reply {
  return { status, text: JSON.stringify({ code: 'ConnectWiseApi', message, errors: null }) };
}

/** HMAC-SHA256 over the body, with the digest of the signing key. */
function signedCall(site: string, type: string, id: number): FakeCall {
  const body = Buffer.from(
    JSON.stringify({
      Action: 'updated',
      Type: type,
      ID: id,
      CompanyId: 'alder',
      Entity: JSON.stringify({ id }),
      Metadata: { key_url: `${site}/signing-key` },
    }),
  );
  const key = createHash('sha256').update(SIGNING_KEY).digest();
  const signature = createHmac('sha256', key).update(body).digest('base64');
  return {
    headers: { 'content-type': 'application/json', 'x-content-signature': signature },
    query: { action: 'updated', id: String(id) },
    body,
  };
}
