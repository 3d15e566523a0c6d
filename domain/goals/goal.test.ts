import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysPastTarget, goalState, recommendationsDone } from './goal.ts';

test.each([
  ['On track', 40, 'open'],
  ['At risk', 0, 'open'],
  [null, null, 'open'],
  ['waiting for the board', 20, 'open'],
  ['Achieved', 40, 'achieved'],
  ['DONE', null, 'achieved'],
  ['On track', 100, 'achieved'],
  ['Dropped', 100, 'dropped'],
  [' cancelled ', null, 'dropped'],
] as const)('a goal that says %s at %s %% is %s', (status, progress, state) => {
  expect(goalState({ status, progress })).toBe(state);
});

test.each([
  ['On track', '2026-11-20', 2],
  ['On track', '2026-11-22', 0],
  ['At risk', '2027-03-31', 0],
  ['On track', null, 0],
  ['Achieved', '2026-01-01', 0],
  ['Dropped', '2026-01-01', 0],
] as const)('%s, meant for %s: %i days past its day', (status, targetDate, days) => {
  expect(daysPastTarget({ status, progress: null, targetDate }, '2026-11-22')).toBe(days);
});

test.each([
  [[], null],
  [['declined'], null],
  [['started', 'not_started'], { completed: 0, of: 2, percent: 0 }],
  [['completed', 'started', 'declined'], { completed: 1, of: 2, percent: 50 }],
  [['completed', 'completed', 'started'], { completed: 2, of: 3, percent: 67 }],
  [['completed'], { completed: 1, of: 1, percent: 100 }],
] as const)('recommendations that are %j count as %j', (states, done) => {
  expect(recommendationsDone(states)).toEqual(done);
});

test('completing one more recommendation never takes a goal further from its end', () => {
  const state = fc.constantFrom('not_started', 'started', 'completed', 'declined');
  fc.assert(
    fc.property(fc.array(state), (states) => {
      const before = recommendationsDone(states)?.percent ?? 0;
      expect(recommendationsDone([...states, 'completed'])?.percent).toBeGreaterThanOrEqual(before);
    }),
  );
});
