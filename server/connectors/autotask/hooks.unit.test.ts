import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { autotaskHook } from '../../../test/psa/autotask/hook.ts';
import { escaped, hooks } from './hooks.ts';

const SECRET = 'hush';
const BODY = JSON.stringify({
  Action: 'Update',
  EntityType: 'Account',
  Fields: { Name: `Söhne & "O'Brien" <+\`>` },
});

const sign = (text: string, secret = SECRET) =>
  `sha1=${createHmac('sha1', secret).update(text).digest('base64')}`;

function hints(body: string, signature: string | undefined, secret: string | null = SECRET) {
  const call = { headers: { 'x-hook-signature': signature }, query: {}, body: Buffer.from(body), secret };
  return hooks.hints(call, { http: () => Promise.reject(new Error('nothing to ask')), credentials: {} });
}

test('a body is escaped inside its texts, and an escape that is there stays', () => {
  expect(escaped(`{"a":"x & \\"y\\" \\\\","b\\n":"é+"}`)).toBe(
    `{"a":"x \\u0026 \\u0022y\\u0022 \\\\","b\\n":"\\u00E9\\u002B"}`,
  );
});

test('a call that is signed, as it is or escaped, says what may have changed', async () => {
  expect(await hints(BODY, sign(BODY))).toEqual(['companies']);
  expect(await hints(BODY, sign(escaped(BODY)))).toEqual(['companies']);
});

test.each([
  ['no signature', undefined, SECRET],
  ['an empty one', 'sha1=', SECRET],
  ['that of another secret', sign(BODY, 'other'), SECRET],
  ['that of another body', sign(`${BODY} `), SECRET],
  ['one although no secret was agreed on', sign(BODY, ''), null],
])('a call with %s is refused', async (_, signature, secret) => {
  expect(await hints(BODY, signature, secret)).toBeNull();
});

test.each([
  [{ EntityType: 'Contact' }, ['contacts']],
  [{ EntityType: 'Ticket' }, ['tickets']],
  [{ EntityType: 'TicketNote' }, ['tickets']],
  [{ Action: 'Deactivated' }, []],
  [null, []],
])('%j hints at %j', async (event, kinds) => {
  const body = JSON.stringify(event);
  expect(await hints(body, sign(body))).toEqual(kinds);
});

test('a signed body that is no JSON hints at nothing', async () => {
  expect(await hints('{', sign('{'))).toEqual([]);
});

test.each(['raw', 'escaped'] as const)('the fake is understood, however it signs: %s', async (form) => {
  const event = {
    entityType: 'Ticket',
    action: 'Update',
    id: 7,
    fields: { Title: `Größe "A" & <b> + 'c' \\` },
  };
  const { body, headers } = autotaskHook(event, SECRET, form);
  expect(await hints(body, headers['x-hook-signature'])).toEqual(['tickets']);
  expect(await hints(body.replace('Update', 'Delete'), headers['x-hook-signature'])).toBeNull();
});
