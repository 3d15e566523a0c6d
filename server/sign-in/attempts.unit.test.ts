import { expect, test } from 'vitest';
import { Refusal } from '../platform/http/refusal.ts';
import { countAttempts } from './attempts.ts';

const start = new Date('2026-11-22T09:00:00Z');
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

/** How many of so many tries are let through; each is [account, address]. */
function allowed(tries: readonly (readonly [string, string])[], attempts = countAttempts()): number {
  return tries.filter(([account, address]) => {
    try {
      attempts.take(account, address, start);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect((error as Refusal).code).toBe('too_many_requests');
      return false;
    }
  }).length;
}
const many = (count: number, one: (i: number) => readonly [string, string]) =>
  Array.from({ length: count }, (_, i) => one(i));

test.each([
  ['one account from one address: ten', many(200, () => ['dana', '10.0.0.1']), 10],
  ['one account from many addresses: a hundred', many(200, (i) => ['dana', `10.0.0.${i}`]), 100],
  ['many accounts from one address: fifty', many(200, (i) => [`user-${i}`, '10.0.0.1']), 50],
  ['many accounts from as many addresses: all', many(200, (i) => [`user-${i}`, `10.0.0.${i}`]), 200],
] as const)('wrong passwords of %s', (_, tries, expected) => {
  expect(allowed(tries)).toBe(expected);
});

test('who is refused on one count does not use up another', () => {
  const attempts = countAttempts();
  allowed(
    many(60, (i) => [`user-${i}`, '10.0.0.1']),
    attempts,
  );
  expect(
    allowed(
      many(10, () => ['user-59', '10.0.0.2']),
      attempts,
    ),
  ).toBe(10);
});

test('after a quarter of an hour there are as many again, and it says how long that is', () => {
  const attempts = countAttempts();
  for (let i = 0; i < 10; i += 1) attempts.take('dana', '10.0.0.1', start);
  const wait = (now: Date) => {
    try {
      attempts.take('dana', '10.0.0.1', now);
      return 0;
    } catch (error) {
      return (error as Refusal).retryAfter;
    }
  };
  expect(wait(minutes(5))).toBe(600);
  expect(wait(minutes(15))).toBe(0);
});
