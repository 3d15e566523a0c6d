import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerFault, type Fault, type FaultPlan, noFaults, spoiled } from '../faults.ts';
import type { Tenant, TenantRecord } from '../tenant.ts';

export interface FakeSmileBackOptions {
  /** Of the PSA that SmileBack is connected with: its tickets and companies are referred to by their ids there. */
  readonly tenant: Tenant;
  readonly port?: number;
  readonly faults?: FaultPlan;
  /** After so many requests a token is refused. */
  readonly tokenCalls?: number;
}

export interface FakeSmileBack {
  readonly address: string;
  readonly credentials: Readonly<Record<string, string>>;
  tenant: Tenant;
  faults: FaultPlan;
  /** Reviews that were deleted, by id. */
  readonly deleted: Set<string>;
  /** Reviews that nobody has answered yet. */
  readonly unrated: Set<string>;
  calls: number;
  readonly addresses: string[];
  close(): Promise<void>;
}

const MOST = 100;

/** SmileBack's Data Replication API, version 3.3, for a local connector. */
export async function startFakeSmileBack(options: FakeSmileBackOptions): Promise<FakeSmileBack> {
  const tokens = new Map<string, number>();
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const url = new URL(request.url ?? '/', fake.address);
      fake.calls += 1;
      fake.addresses.push(url.pathname + url.search);
      const fault = fake.faults({ position: fake.calls, path: url.pathname });
      if (fault && answerFault(fault, response)) return;
      const { status, text } = answer(url, request, new URLSearchParams(body), fault);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(text);
    });
  });
  await new Promise<void>((listening) => server.listen(options.port ?? 0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = {
    clientId: 'quarterdeck',
    clientSecret: 'open sesame',
    username: 'dana@example.com',
    password: 'correct horse',
    address,
  };
  const fake: FakeSmileBack = {
    address,
    credentials,
    tenant: options.tenant,
    faults: options.faults ?? noFaults,
    deleted: new Set(),
    unrated: new Set(),
    calls: 0,
    addresses: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return fake;

  function answer(url: URL, request: IncomingMessage, form: URLSearchParams, fault: Fault | null): Answer {
    if (url.pathname === '/api/token/') return signIn(request, form);
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const used = tokens.get(token) ?? Number.POSITIVE_INFINITY;
    if (used >= (options.tokenCalls ?? Number.MAX_SAFE_INTEGER)) return refusal(401, 'invalid_token');
    tokens.set(token, used + 1);
    if (url.pathname !== '/api/v3/reviews/') return refusal(404, 'Not found.');
    return { status: 200, text: reviews(fake, url, fault) };
  }

  function signIn(request: IncomingMessage, form: URLSearchParams): Answer {
    const pair = Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64');
    const known = request.headers.authorization === `Basic ${pair}` && form.get('grant_type') === 'password';
    if (!known) return refusal(401, 'invalid_client');
    if (form.get('username') !== credentials.username || form.get('password') !== credentials.password)
      return refusal(400, 'invalid_grant');
    const token = `token-${tokens.size + 1}`;
    tokens.set(token, 0);
    return {
      status: 200,
      text: JSON.stringify({ access_token: token, token_type: 'Bearer', expires_in: 3600 }),
    };
  }
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

const refusal = (status: number, error: string): Answer => ({ status, text: JSON.stringify({ error }) });

function reviews(fake: FakeSmileBack, url: URL, fault: Fault | null): string {
  const query = url.searchParams;
  const since = query.get('modified_since') ?? '';
  const found = [...fake.tenant.surveys.values()]
    .filter(
      ({ id, updatedAt }) =>
        updatedAt >= since && (!fake.unrated.has(id) || query.get('include_unrated') === 'true'),
    )
    .map((record) => review(fake, record));
  const limit = Math.min(MOST, Number(query.get('limit') ?? MOST));
  const offset = Number(query.get('offset') ?? 0);
  const following = new URL(url);
  following.searchParams.set('offset', String(offset + limit));
  const next = offset + limit < found.length ? following.href : null;
  return spoiled(fault, found.slice(offset, offset + limit), (results) =>
    JSON.stringify({ count: found.length, next, previous: null, results }),
  );
}

function review(fake: FakeSmileBack, { id, fields, updatedAt }: TenantRecord<'surveys'>) {
  const unrated = fake.unrated.has(id);
  return {
    id: Number(id),
    rating:
      unrated || fields.rating === null ? null : { positive: 1, neutral: 0, negative: -1 }[fields.rating],
    comment: unrated ? null : fields.comment,
    ticket: { id: fields.ticket, title: 'A ticket', agents: [], closed_on: fields.answeredAt },
    contact: { id: '7', name: 'Somebody', email: fields.email },
    company: { id: fields.company, name: 'A client', territory_name: null },
    status: fake.deleted.has(id) ? 'deleted' : 'open',
    tags: [],
    has_marketing_permission: false,
    viewed_on: null,
    rated_on: unrated ? null : fields.answeredAt,
    permalink: `https://app.smileback.io/reviews/${id}/`,
    last_modified: updatedAt,
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
