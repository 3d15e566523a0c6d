import { expect, test } from 'vitest';
import { pointsProblem, whyNotSet } from './points-problem.ts';

const sentiment = { name: 'Sentiment', kind: 'custom', maxScore: '7.5' } as const;

test.each([
  ['0', null],
  ['7.5', null],
  ['7.50', null],
  [
    '7.500000000000000001',
    'Field "points" is 7.500000000000000001; expected at most 7.5, the maxScore of "Sentiment".',
  ],
  ['12', 'Field "points" is 12; expected at most 7.5, the maxScore of "Sentiment".'],
])('%s points', (points, expected) => {
  expect(pointsProblem(sentiment, points)).toBe(expected);
});

test('only a custom metric is set by hand', () => {
  expect(whyNotSet(sentiment)).toBeNull();
  for (const kind of ['assessment', 'csat', 'computed'] as const)
    expect(whyNotSet({ name: 'Tickets', kind })).toMatch(
      /^"Tickets" .*only a custom metric is set by hand\.$/,
    );
});
