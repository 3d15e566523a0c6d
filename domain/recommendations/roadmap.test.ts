import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOverdue, type Planned, roadmap } from './roadmap.ts';

const asOf = '2026-11-22';
const STATES = ['not_started', 'started', 'completed', 'declined'] as const;
const planned = (targetQuarter: string | null, state: Planned['state'] = 'not_started') => ({
  targetQuarter,
  state,
});

test.each([
  ['this quarter', planned('2026-Q4'), '2026-Q4', false],
  ['next quarter', planned('2027-Q1', 'started'), '2027-Q1', false],
  ['far ahead', planned('2029-Q2'), '2029-Q2', false],
  ['the last quarter, still open', planned('2026-Q3'), 'past', true],
  ['the last quarter, done', planned('2026-Q3', 'completed'), 'past', false],
  ['no quarter', planned(null), 'unplanned', false],
  ['next quarter, declined', planned('2027-Q1', 'declined'), undefined, false],
])('meant for %s', (_, recommendation, column, overdue) => {
  const found = roadmap([recommendation], asOf).find(({ recommendations }) => recommendations.length > 0);
  expect(found && (found.quarter ?? found.kind)).toBe(column);
  expect(isOverdue(recommendation, asOf)).toBe(overdue);
});

test('without anything it has this quarter and three more between past and unplanned', () => {
  expect(roadmap([], asOf).map(({ kind, quarter }) => quarter ?? kind)).toEqual([
    'past',
    '2026-Q4',
    '2027-Q1',
    '2027-Q2',
    '2027-Q3',
    'unplanned',
  ]);
});

test('more quarters ahead are shown where somebody plans further', () => {
  const columns = roadmap([planned('2028-Q1')], asOf, 4).map(({ kind, quarter }) => quarter ?? kind);
  expect(columns).toEqual([
    'past',
    '2026-Q4',
    '2027-Q1',
    '2027-Q2',
    '2027-Q3',
    '2027-Q4',
    '2028-Q1',
    'unplanned',
  ]);
});

test('whatever is planned, each that is not declined stands once, in columns in the order of time', () => {
  const quarters = fc.option(
    fc
      .tuple(fc.integer({ min: 2020, max: 2035 }), fc.integer({ min: 1, max: 4 }))
      .map(([year, quarter]) => `${year}-Q${quarter}`),
  );
  const some = fc.array(fc.record({ targetQuarter: quarters, state: fc.constantFrom(...STATES) }));
  fc.assert(
    fc.property(some, (recommendations) => {
      const columns = roadmap(recommendations, asOf);
      const placed = columns.flatMap((column) => column.recommendations);
      expect(new Set(placed)).toEqual(new Set(recommendations.filter(({ state }) => state !== 'declined')));
      expect(placed.length).toBe(new Set(placed).size);
      const shown = columns.flatMap(({ quarter }) => (quarter === null ? [] : [quarter]));
      expect(shown).toEqual([...new Set(shown)].sort());
    }),
  );
});
