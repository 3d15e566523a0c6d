import { expect, test } from 'vitest';
import { allowance } from './allowance.ts';

/** So many calls with this usage; how often was it looked at, and how long was waited? */
async function spend(calls: number, used: number) {
  const done = { looks: 0, waited: 0, calls: 0, stopped: '' };
  const { beforeCall } = allowance(
    async () => {
      done.looks += 1;
      return { used, allowed: 10_000 };
    },
    async (ms) => {
      done.waited += ms;
    },
  );
  try {
    for (; done.calls < calls; done.calls += 1) await beforeCall();
  } catch (error) {
    done.stopped = (error as Error).message;
  }
  return done;
}

test('a small run spends no call on the allowance', async () => {
  expect(await spend(149, 9_999)).toMatchObject({ looks: 0, waited: 0, calls: 149 });
});

test('below half of the allowance nothing is slowed', async () => {
  expect(await spend(1_000, 4_999)).toMatchObject({ looks: 6, waited: 0, calls: 1_000 });
});

test('from half of it on each call waits', async () => {
  const { waited, calls } = await spend(200, 5_000);
  expect({ waited, calls }).toEqual({ waited: 51 * 5_000, calls: 200 });
});

test('from three quarters on it stops, and says why', async () => {
  const { calls, stopped } = await spend(1_000, 7_500);
  expect(calls).toBe(149);
  expect(stopped).toContain('7500 of the 10000 requests');
});
