import { expect, test } from 'vitest';
import type { HookCall } from '../connector.ts';
import { haloHooks } from './hooks.ts';

const basic = (password: string) => `Basic ${Buffer.from(`quarterdeck:${password}`).toString('base64')}`;
const access = {
  credentials: {},
  http: () => {
    throw new Error('nothing is asked');
  },
};
const call = (more: Partial<HookCall>): HookCall => ({
  headers: {},
  query: {},
  body: Buffer.from(''),
  secret: 's3cret:word',
  ...more,
});

test.each([
  ['basic', { headers: { authorization: basic('s3cret:word') } }],
  ['bearer', { headers: { authorization: 'Bearer s3cret:word' } }],
  ['bare', { headers: { authorization: 's3cret:word' } }],
  ['in the address', { query: { secret: 's3cret:word' } }],
])('a call that brings the secret is heard: %s', async (_, more) => {
  expect(await haloHooks.hints(call(more), access)).toEqual(['tickets', 'timeEntries']);
});

test.each([
  ['nothing', {}],
  ['another one', { headers: { authorization: basic('secret') } }],
  ['an empty one', { headers: { authorization: 'Basic ' }, query: { secret: '' } }],
  ['half of it', { query: { secret: 's3cret' } }],
  ['none was agreed', { secret: null, query: { secret: '' } }],
])('a call that brings %s is not', async (_, more) => {
  expect(await haloHooks.hints(call(more), access)).toBeNull();
});

test.each([
  ['{"about": "ticket"}', ['tickets', 'timeEntries']],
  ['{"event": "New Opportunity Logged"}', ['opportunities']],
  ['{"Client": {"id": 3}}', ['companies']],
  ['{"about": "contract"}', ['contracts', 'contractLines']],
  ['{"about": "invoice and user"}', ['contacts', 'contracts', 'contractLines']],
  ['\u0000\ufffd', ['tickets', 'timeEntries']],
])('%s is about %s', async (body, kinds) => {
  const heard = call({ query: { secret: 's3cret:word' }, body: Buffer.from(body) });
  expect(await haloHooks.hints(heard, access)).toEqual(kinds);
});
