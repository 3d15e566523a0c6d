import { afterAll, beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/harness/engines.ts';
import { type Database, openDatabase } from '../platform/database/database.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { attemptWasRight, takeAttempt } from './attempts.ts';

const start = new Date('2026-11-22T09:00:00Z');
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

onBothEngines('wrong passwords, counted by two server processes', (engine) => {
  let servers: readonly [Database, Database];

  beforeAll(async () => {
    const place = await engine.place();
    servers = [await openDatabase(place), await openDatabase(place)];
  });
  afterAll(async () => {
    for (const database of [...servers].reverse()) await database.close();
  });

  /** How many of so many tries are let through, every other by the other process; each is [account, address]. */
  async function allowed(tries: readonly (readonly [string, string])[], now = start): Promise<number> {
    const letThrough = await Promise.all(
      tries.map(async ([account, address], i) => {
        try {
          await takeAttempt(servers[i % 2 === 0 ? 0 : 1], account, address, now);
          return true;
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          expect((error as Refusal).code).toBe('too_many_requests');
          return false;
        }
      }),
    );
    return letThrough.filter(Boolean).length;
  }
  const many = (count: number, one: (i: number) => readonly [string, string]) =>
    Array.from({ length: count }, (_, i) => one(i));

  it.each([
    ['one account from one address: ten', many(30, () => ['dana', '10.0.0.1']), 10],
    ['one account from many addresses: a hundred', many(120, (i) => ['kim', `10.0.1.${i}`]), 100],
    ['many accounts from one address: fifty', many(70, (i) => [`user-${i}`, '10.0.2.1']), 50],
    ['many accounts from as many addresses: all', many(60, (i) => [`other-${i}`, `10.0.3.${i}`]), 60],
  ] as const)('are let through of %s', async (_, tries, expected) => {
    expect(await allowed(tries)).toBe(expected);
  });

  it('do not use up one count when another refuses', async () => {
    await allowed(many(60, () => ['lee', '10.1.0.1']));
    expect(await allowed(many(12, () => ['lee', '10.1.0.2']))).toBe(10);
    expect(await allowed(many(40, (i) => [`beside-${i}`, '10.1.0.1']))).toBe(40);
  });

  it('are as many again after a quarter of an hour, and it says how long that is', async () => {
    await allowed(many(10, () => ['max', '10.2.0.1']));
    const wait = async (now: Date) => {
      try {
        await takeAttempt(servers[1], 'max', '10.2.0.1', now);
        return 0;
      } catch (error) {
        return (error as Refusal).retryAfter;
      }
    };
    expect(await wait(minutes(5))).toBe(600);
    // asking on and on does not put it off
    expect(await wait(minutes(14))).toBe(60);
    expect(await wait(minutes(15))).toBe(0);
  });

  it('of everybody else keep nobody out of the place where they signed in', async () => {
    const first = await takeAttempt(servers[0], 'pat', '10.3.0.1', start);
    await attemptWasRight(servers[0], first, start);
    expect(await allowed(many(120, (i) => ['pat', `10.3.1.${i}`]))).toBe(100);
    expect(await allowed(many(60, (i) => [`neighbour-${i}`, '10.3.0.1']))).toBe(50);
    expect(await allowed([['pat', '10.3.2.1']])).toBe(0);
    expect(await allowed(many(12, () => ['pat', '10.3.0.1']))).toBe(10);
  });

  it('leave nothing behind once they are out of date, and name nobody', async () => {
    const { pool } = servers[0];
    const later = minutes(60 * 24 * 60);
    for (let i = 0; i < 8; i += 1) await takeAttempt(servers[0], 'zoe', '10.4.0.1', later);
    const { rows } = await pool.query<{ row: string }>('select t::text as row from sign_in_attempts t');
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/zoe|10\.4\.0\.1/);
  });
});
