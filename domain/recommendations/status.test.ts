import { expect, test } from 'vitest';
import { DEFAULT_RECOMMENDATION_STATUSES } from '../portfolio/defaults.ts';
import type { RecommendationStatus } from '../portfolio/definitions.ts';
import { isOpen, statusOf } from './status.ts';

function status(
  name: string,
  state: RecommendationStatus['state'],
  order: string | null,
): RecommendationStatus {
  return { name, state, color: null, order };
}

test('open is what was not started or is under way', () => {
  const open = DEFAULT_RECOMMENDATION_STATUSES.filter(isOpen).map(({ name }) => name);
  expect(open).toEqual(['Proposed', 'Planned', 'In Progress', 'On Hold']);
});

test.each([
  [
    'by order, compared as numbers',
    [status('Ten', 'not_started', '10'), status('Nine', 'not_started', '9')],
    'Nine',
  ],
  ['not one that is under way', [status('A', 'started', '1'), status('B', 'not_started', '2')], 'B'],
  ['an order before none', [status('A', 'not_started', null), status('B', 'not_started', '7')], 'B'],
  ['by name without order', [status('b', 'not_started', null), status('B', 'not_started', null)], 'B'],
  ['by name on equal order', [status('b', 'not_started', '1.0'), status('B', 'not_started', '1')], 'B'],
])('without a status a recommendation has the first not started: %s', (_, statuses, expected) => {
  expect(statusOf(statuses, null)?.name).toBe(expected);
  expect(statusOf([...statuses].reverse(), 'gone')?.name).toBe(expected);
});

test('a named status is that one', () => {
  expect(statusOf(DEFAULT_RECOMMENDATION_STATUSES, 'Declined')?.state).toBe('declined');
});

test('in a workspace without such a status a recommendation is open', () => {
  const none = statusOf([status('Won', 'completed', '1')], null);
  expect(none).toBeNull();
  expect(isOpen(none)).toBe(true);
});
