import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { ConnectorProblem } from './connector.ts';
import type { Http } from './http.ts';
import { type HttpOptions, openHttp } from './http-client.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A vendor's system; its address. */
async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An Http with a clock that jumps ahead where somebody waits; what was waited for. */
function open(options: Partial<HttpOptions> = {}): { http: Http; waits: number[]; calls: () => number } {
  const waits: number[] = [];
  let calls = 0;
  let time = Date.parse('2026-11-29T12:00:00Z');
  const http = openHttp({
    limits: { concurrency: 4, perMinute: 1000 },
    allowPrivate: true,
    random: () => 0.5,
    clock: {
      now: () => time,
      wait: async (ms) => {
        waits.push(ms);
        time += ms;
      },
    },
    onCall: () => {
      calls += 1;
    },
    ...options,
  });
  return { http, waits, calls: () => calls };
}

const problem = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable('there should be a problem'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(ConnectorProblem);
      const { reason, message } = error as ConnectorProblem;
      return { reason, message };
    },
  );

const resolvesTo =
  (...found: readonly string[]): LookupFunction =>
  (_host, _options, callback) =>
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

test('sends query, headers and JSON, and gives status, headers and text', async () => {
  const base = await listen(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method, url, headers } = request;
    response.setHeader('X-Next', 'two');
    response.end(JSON.stringify({ method, url, type: headers['content-type'], key: headers['x-key'], body }));
  });
  const { http, calls } = open();
  const answer = await http({
    method: 'POST',
    url: `${base}/companies?version=2`,
    query: { page: 1, name: 'A & B', all: undefined },
    headers: { 'X-Key': 'k' },
    json: { filter: [] },
  });
  expect(answer.status).toBe(200);
  expect(answer.header('x-next')).toBe('two');
  expect(answer.header('x-none')).toBeNull();
  expect(answer.json()).toEqual({
    method: 'POST',
    url: '/companies?version=2&page=1&name=A+%26+B',
    type: 'application/json',
    key: 'k',
    body: '{"filter":[]}',
  });
  const form = await http({ method: 'POST', url: base, form: { grant_type: 'a b' } });
  expect(form.json()).toMatchObject({ type: 'application/x-www-form-urlencoded', body: 'grant_type=a+b' });
  expect(calls()).toBe(2);
});

test('unpacks gzip and refuses what grows too large', async () => {
  const base = await listen((request, response) => {
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(JSON.stringify(request.url === '/large' ? 'x'.repeat(10_000) : { name: 'Zoë' })));
  });
  const { http, calls } = open({ mostBytes: 1000 });
  expect((await http({ url: base })).json()).toEqual({ name: 'Zoë' });
  expect(await problem(http({ url: `${base}/large` }))).toMatchObject({ reason: 'answer' });
  expect(calls()).toBe(2);
});

test('JSON that is cut off is an answer that makes no sense', async () => {
  const base = await listen((_request, response) => response.end('[{"id": 1}, {"na'));
  const { http } = open();
  const answer = await http({ url: `${base}/companies` });
  expect(() => answer.json()).toThrow(/\/companies answers with what is no JSON/);
});

test('asks again where an answer breaks off', async () => {
  let asked = 0;
  const base = await listen((_request, response) => {
    asked += 1;
    if (asked > 2) return response.end('[]');
    response.setHeader('content-length', '100');
    response.write('[{"id"');
    return setImmediate(() => response.destroy());
  });
  const { http, waits } = open();
  expect((await http({ url: base })).json()).toEqual([]);
  expect(waits).toEqual([1000, 2000]);
});

test.each([
  ['seconds', '7', 7000],
  ['a date', 'Sun, 29 Nov 2026 12:00:30 GMT', 30_000],
])('waits after 429 as Retry-After asks in %s', async (_form, retryAfter, pause) => {
  let asked = 0;
  const base = await listen((_request, response) => {
    asked += 1;
    response.writeHead(asked === 1 ? 429 : 200, { 'retry-after': retryAfter }).end('{}');
  });
  const { http, waits } = open();
  expect((await http({ url: base })).status).toBe(200);
  expect(waits).toEqual([pause]);
});

test('leaves a busy system alone with all calls, and gives up after five minutes', async () => {
  const base = await listen((_request, response) => response.writeHead(503).end('busy'));
  const { http, waits } = open({ limits: { concurrency: 1, perMinute: 1000 } });
  expect(await problem(http({ url: base }))).toMatchObject({ reason: 'busy' });
  expect(waits).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
});

test('takes for busy what the connector calls so, and for an answer what it calls final', async () => {
  let asked = 0;
  const base = await listen((request, response) => {
    asked += 1;
    if (request.url === '/final') return response.writeHead(500).end('no permission');
    return response.writeHead(asked === 1 ? 500 : 200).end('thread threshold');
  });
  const { http, waits } = open({
    limits: {
      concurrency: 1,
      perMinute: 100,
      isBusy: ({ status, text }) => status === 500 && text.includes('threshold'),
      isFinal: ({ text }) => text.includes('permission'),
    },
  });
  expect((await http({ url: base })).status).toBe(200);
  expect(waits).toEqual([5000]);
  expect(await http({ url: `${base}/final` })).toMatchObject({ status: 500, text: 'no permission' });
  expect(asked).toBe(3);
});

test('tries a fault five times, and any other 4xx once', async () => {
  let asked = 0;
  const base = await listen((request, response) => {
    asked += 1;
    response.writeHead(request.url === '/broken' ? 502 : 404).end();
  });
  const { http, waits } = open();
  expect(await problem(http({ url: `${base}/broken` }))).toEqual({
    reason: 'unreachable',
    message: `${new URL(base).host}: answers with 502, after 5 tries.`,
  });
  expect(asked).toBe(5);
  expect(waits).toEqual([1000, 2000, 4000, 8000]);
  expect((await http({ url: base })).status).toBe(404);
  expect(asked).toBe(6);
});

test('gives up on a system that does not answer', async () => {
  const base = await listen(() => {});
  const { http, calls } = open({ timeout: 20 });
  const { reason, message } = await problem(http({ url: base }));
  expect(reason).toBe('unreachable');
  expect(message).toContain('no answer in 0.02 seconds, after 5 tries');
  expect(calls()).toBe(5);
});

test('ends with the signal, in a call and in a wait, with the reason of the signal', async () => {
  const stop = new AbortController();
  const base = await listen(() => stop.abort(new Error('cancelled')));
  await expect(open({ signal: stop.signal }).http({ url: base })).rejects.toThrow('cancelled');

  const stopWait = new AbortController();
  const busy = await listen((_request, response) => {
    response.writeHead(429, { 'retry-after': '200' }).end(() => stopWait.abort(new Error('cancelled')));
  });
  const http = openHttp({
    limits: { concurrency: 1, perMinute: 10 },
    allowPrivate: true,
    signal: stopWait.signal,
  });
  await expect(http({ url: busy })).rejects.toThrow('cancelled');
});

test('keeps to so many calls at once and in a minute', async () => {
  let now = 0;
  let most = 0;
  const base = await listen((_request, response) => {
    now += 1;
    most = Math.max(most, now);
    setImmediate(() => {
      now -= 1;
      response.end('{}');
    });
  });
  const { http, waits } = open({ limits: { concurrency: 2, perMinute: 5 } });
  await Promise.all(Array.from({ length: 11 }, () => http({ url: base })));
  expect(most).toBeLessThanOrEqual(2);
  expect(waits.reduce((sum, ms) => sum + ms, 0)).toBe(120_000);
});

test('follows redirects within the host alone, three at most', async () => {
  const seen: string[] = [];
  const other = await listen((request, response) => {
    seen.push(request.headers.authorization ?? 'none');
    response.end('{}');
  });
  const base = await listen((request, response) => {
    const to = { '/a': '/b', '/loop': '/loop', '/out': `${other}/`, '/file': 'file:///etc/passwd' }[
      request.url!
    ];
    if (to) return response.writeHead(302, { location: to }).end();
    return response.end(JSON.stringify([request.method, request.url, request.headers.authorization]));
  });
  const { http } = open();
  const ask = (path: string) =>
    http({ method: 'POST', url: base + path, json: {}, headers: { Authorization: 'Basic c2VjcmV0' } });
  expect((await ask('/a')).json()).toEqual(['GET', '/b', 'Basic c2VjcmV0']);
  expect(await problem(ask('/loop'))).toMatchObject({ reason: 'answer' });
  expect(await problem(ask('/file'))).toMatchObject({ reason: 'address' });
  expect(await problem(ask('/out'))).toEqual({
    reason: 'address',
    message: `${base} redirects to ${other}. Redirects to elsewhere are not followed: if that is right, enter that address.`,
  });
  expect(seen).toEqual([]);
});

test.each([
  ['https://psa.example.com', ['10.0.0.5']],
  ['https://psa.example.com', ['8.8.8.8', '127.0.0.1']],
  ['https://psa.example.com', ['::ffff:192.168.1.1']],
  ['https://psa.example.com', ['169.254.169.254']],
  ['https://127.0.0.1', []],
  ['https://0x7f.1', []],
  ['https://2130706433', []],
  ['https://[::1]', []],
  ['https://[::ffff:a9fe:a9fe]', []],
  ['http://psa.example.com', ['8.8.8.8']],
  ['ftp://psa.example.com', ['8.8.8.8']],
  ['https://user:secret@psa.example.com', ['8.8.8.8']],
  ['psa.example.com', ['8.8.8.8']],
])('refuses %s at %j, without a try more', async (url, found) => {
  const { http, calls } = open({ allowPrivate: false, lookup: resolvesTo(...found) });
  const { reason, message } = await problem(http({ url }));
  expect(reason).toBe('address');
  expect(message).not.toContain('secret');
  expect(calls()).toBeLessThanOrEqual(1);
});

test.each([
  ['https://psa.example.com', ['169.254.169.254']],
  ['https://169.254.169.254', []],
  ['http://psa.example.com', ['8.8.8.8']],
])('refuses %s at %j though private networks are allowed', async (url, found) => {
  const { http } = open({ lookup: resolvesTo(...found) });
  expect(await problem(http({ url }))).toMatchObject({ reason: 'address' });
});

test('connects to the address that was checked, and looks a name up once for each connection', async () => {
  const base = new URL(
    await listen((request, response) => response.end(JSON.stringify(request.headers.host))),
  );
  let lookups = 0;
  const rebinding: LookupFunction = (host, options, callback) => {
    lookups += 1;
    resolvesTo(lookups === 1 ? '127.0.0.1' : '169.254.169.254')(host, options, callback);
  };
  const { http } = open({ lookup: rebinding });
  const answer = await http({ url: `http://psa.internal:${base.port}` });
  expect(answer.json()).toBe(`psa.internal:${base.port}`);
  expect(lookups).toBe(1);
});

test('says that credentials cannot be sent, not what they are', async () => {
  const { http } = open();
  const told = await problem(http({ url: 'http://127.0.0.1:9', headers: { Authorization: 'a\nsecret' } }));
  expect(told.reason).toBe('credentials');
  expect(told.message).not.toContain('secret');
});
