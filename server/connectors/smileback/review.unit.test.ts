import { expect, test } from 'vitest';
import { ConnectorProblem } from '../connector.ts';
import { pageOfReviews } from './review.ts';

test.each([[null], ['sign in'], [{ error: 'busy' }], [{ count: 3, results: null }]])(
  '%j is no list of reviews, not an empty one',
  (answered) => {
    expect(() => pageOfReviews(answered, true)).toThrow(ConnectorProblem);
  },
);

test.each([
  [1, 'positive'],
  [0, 'neutral'],
  [-1, 'negative'],
  ['1', 'positive'],
  [5, null],
  [null, null],
])('a rating of %j is %s', (rating, expected) => {
  const row = {
    id: 3,
    rating,
    rated_on: '2026-11-01T10:00:00Z',
    ticket: { id: '70' },
    company: 'gone',
    contact: null,
  };
  const [record] = pageOfReviews({ next: null, results: [row] }, true).records;
  expect(record?.fields).toMatchObject({ rating: expected, ticket: '70', company: null, email: null });
});
