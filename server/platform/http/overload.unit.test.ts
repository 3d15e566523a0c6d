import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { answerError } from './errors.ts';
import { refuseOverload } from './overload.ts';

test('a full house refuses at once and takes in again when somebody has been served', async () => {
  const app = Fastify();
  app.setErrorHandler(answerError);
  refuseOverload(app, 2);
  const waiting: (() => void)[] = [];
  app.get('/', () => new Promise((resolve) => waiting.push(() => resolve('served'))));
  await app.ready();

  const inside = [app.inject('/'), app.inject('/')];
  for (const answer of inside) void answer.then(() => undefined);
  await expect.poll(() => waiting.length).toBe(2);
  const outside = await app.inject('/');
  expect([outside.statusCode, outside.headers['retry-after']]).toEqual([503, '1']);
  expect(outside.json().error.code).toBe('unavailable');

  for (const serve of waiting) serve();
  for (const answer of inside) expect((await answer).body).toBe('served');
  const next = app.inject('/');
  void next.then(() => undefined);
  await expect.poll(() => waiting.length).toBe(3);
  waiting[2]!();
  expect((await next).body).toBe('served');
});
