import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type FakeCall,
  type FakeConnectWise,
  startFakeConnectWise,
} from '../../../test/psa/connectwise/fake.ts';
import { emptyTenant } from '../../../test/psa/tenant.ts';
import type { Http } from '../http.ts';
import { openHttp } from '../http-client.ts';
import { connectWiseHooks } from './hooks.ts';

let fake: FakeConnectWise;
beforeAll(async () => {
  fake = await startFakeConnectWise(emptyTenant());
});
afterAll(() => fake.close());

const http = openHttp({ limits: { concurrency: 1, perMinute: 1e9 }, allowPrivate: true });
const hints = (call: FakeCall, site = fake.site, ask: Http = http) =>
  connectWiseHooks.hints(
    { ...call, secret: null },
    { http: ask, credentials: { ...fake.credentials, site } },
  );

test.each([
  ['company', ['companies', 'sites']],
  ['contact', ['contacts']],
  ['agreement', ['contracts', 'contractLines']],
  ['ticket', ['tickets']],
  ['time', ['timeEntries']],
  ['opportunity', ['opportunities']],
  ['schedule', []],
])('a signed call about a %s says that %j may have changed', async (type, kinds) => {
  expect(await hints(fake.signedCall(type, 7))).toEqual(kinds);
});

test('a body that is not the one that was signed is not believed', async () => {
  const call = fake.signedCall('ticket', 7);
  const body = Buffer.from(call.body.toString().replace('"ID":7', '"ID":8'));
  expect(await hints({ ...call, body })).toBeNull();
  expect(await hints({ ...call, headers: {} })).toBeNull();
  expect(await hints({ ...call, headers: { 'x-content-signature': 'bm8=' } })).toBeNull();
  expect(await hints({ ...call, body: Buffer.from('{') })).toBeNull();
});

/** Answers with a key that whoever calls could have chosen. */
const never: Http = async () => {
  throw new Error('An address was called that may not be');
};
const keyAt = (url: string): FakeCall => {
  const call = fake.signedCall('ticket', 7);
  return { ...call, body: Buffer.from(call.body.toString().replace(`${fake.site}/signing-key`, url)) };
};

test.each([
  ['connect.example.com', 'https://evil.example/key'],
  ['connect.example.com', 'https://api-na.myconnectwise.net/key'],
  ['connect.example.com', 'http://connect.example.com/key'],
  ['connect.example.com', 'https://connect.example.com.evil.example/key'],
  ['connect.example.com', 'https://connect.example.com@evil.example/key'],
  ['na.myconnectwise.net', 'https://evilmyconnectwise.net/key'],
  ['na.myconnectwise.net', 'http://api-na.myconnectwise.net/key'],
  ['na.myconnectwise.net', 'https://api-na.myconnectwise.net:8443/key'],
  ['na.myconnectwise.net', 'file:///etc/passwd'],
  ['na.myconnectwise.net', 'nonsense'],
])('for %s, a key is not fetched from %s', async (site, url) => {
  expect(await hints(keyAt(url), site, never)).toBeNull();
});

test.each([
  ['na.myconnectwise.net', 'https://api-na.myconnectwise.net/key?id=1'],
  ['na.myconnectwise.net', 'https://na.myconnectwise.net/key'],
  ['connect.example.com', 'https://connect.example.com/key'],
])('for %s, a key is fetched from %s', async (site, url) => {
  const asked: string[] = [];
  const call = keyAt(url);
  await hints(call, site, async (request) => {
    asked.push(request.url);
    return { status: 404, header: () => null, text: '', json: () => null };
  });
  expect(asked).toEqual([url]);
});

test('the instructions name the address that is to be called', () => {
  expect(connectWiseHooks.instructions('https://us.example/hook').join(' ')).toContain(
    '"url":"https://us.example/hook"',
  );
});
