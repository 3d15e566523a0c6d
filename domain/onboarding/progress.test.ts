import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOverdue, onboardingProgress, type TaskState } from './progress.ts';

const asOf = '2026-12-01';
const task = (
  side: TaskState['side'],
  dueDate: string | null,
  done = false,
  required = false,
): TaskState => ({
  ...{ side, dueDate, done, required },
});

it('counts what is done by side, what is overdue and what is still required', () => {
  const progress = onboardingProgress(
    [
      task('us', '2026-11-20', true, true),
      task('us', '2026-11-30'),
      task('us', '2026-12-01', false, true),
      task('client', '2026-11-28', false, true),
      task('client', null, true),
      task('client', null),
    ],
    asOf,
  );
  expect(progress).toEqual({
    done: 2,
    all: 6,
    overdue: 2,
    percent: 33,
    sides: { us: { done: 1, all: 3, overdue: 1 }, client: { done: 1, all: 3, overdue: 1 } },
    required: { done: 1, all: 3 },
    nextDue: '2026-11-28',
  });
});

it.each<[string, string | null, boolean, boolean]>([
  ['due yesterday', '2026-11-30', false, true],
  ['due today', '2026-12-01', false, false],
  ['due tomorrow', '2026-12-02', false, false],
  ['without a day', null, false, false],
  ['due yesterday, and done', '2026-11-30', true, false],
])('overdue: %s', (_, dueDate, done, overdue) => {
  expect(isOverdue({ dueDate, done }, asOf)).toBe(overdue);
});

it.each<[number, number, number | null]>([
  [0, 0, null],
  [0, 3, 0],
  [1, 3, 33],
  [2, 3, 66],
  [199, 200, 99],
  [200, 200, 100],
])('%i of %i done is %s percent', (done, all, percent) => {
  const tasks = Array.from({ length: all }, (_, i) => task('us', null, i < done));
  expect(onboardingProgress(tasks, asOf).percent).toBe(percent);
});

const tasks = fc.array(
  fc.record({
    side: fc.constantFrom('us' as const, 'client' as const),
    required: fc.boolean(),
    done: fc.boolean(),
    dueDate: fc.option(fc.constantFrom('2026-11-01', '2026-11-30', '2026-12-01', '2027-02-01'), {
      nil: null,
    }),
  }),
);

it('is the sum of both sides, and never overdue beyond what is open', () => {
  fc.assert(
    fc.property(tasks, (given) => {
      const { sides, done, all, overdue, required, percent, nextDue } = onboardingProgress(given, asOf);
      expect(sides.us.done + sides.client.done).toBe(done);
      expect(sides.us.all + sides.client.all).toBe(all);
      expect(sides.us.overdue + sides.client.overdue).toBe(overdue);
      expect(overdue).toBeLessThanOrEqual(all - done);
      expect(required.all - required.done).toBeLessThanOrEqual(all - done);
      expect(percent === 100).toBe(all > 0 && done === all);
      expect(nextDue !== null && nextDue < asOf).toBe(overdue > 0);
    }),
  );
});

it('never goes back by ticking off a task', () => {
  fc.assert(
    fc.property(tasks, fc.nat(), (given, pick) => {
      fc.pre(given.length > 0);
      const at = pick % given.length;
      const ticked = given.map((one, i) => (i === at ? { ...one, done: true } : one));
      const [before, after] = [onboardingProgress(given, asOf), onboardingProgress(ticked, asOf)];
      expect(after.percent!).toBeGreaterThanOrEqual(before.percent!);
      expect(after.overdue).toBeLessThanOrEqual(before.overdue);
    }),
  );
});
