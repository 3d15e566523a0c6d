import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Recommendation } from '../../contract/recommendations.ts';
import { movedColumns, type StatusColumn } from './moved-columns.ts';

const card = (id: string, worth: number): Recommendation => ({
  id,
  title: id,
  company: { id: 'acme', name: 'Acme' },
  status: null,
  state: 'not_started',
  open: true,
  winProbability: 50,
  description: null,
  category: null,
  priority: null,
  owner: null,
  targetQuarter: null,
  lines: [],
  meetings: [],
  goals: [],
  mrr: worth,
  oneTime: worth * 2,
  weightedMrr: worth,
  weightedOneTime: worth,
  etag: '"1"',
});

const column = (status: string, cards: readonly Recommendation[]): StatusColumn => {
  const sum = (of: (card: Recommendation) => number) => cards.reduce((total, one) => total + of(one), 0);
  return {
    status,
    cards,
    totals: {
      status,
      recommendations: cards.length,
      mrr: sum(({ mrr }) => mrr),
      oneTime: sum(({ oneTime }) => oneTime),
      weightedMrr: sum(({ weightedMrr }) => weightedMrr),
      weightedOneTime: sum(({ weightedOneTime }) => weightedOneTime),
    },
  };
};

const [a, b, c] = [card('a', 1), card('b', 10), card('c', 100)];
const board = [column('Proposed', [a, b]), column('Planned', [c])];

test('a card stands first in its new column, and both columns add up', () => {
  expect(movedColumns(board, [{ card: a, to: 'Planned' }])).toEqual([
    column('Proposed', [b]),
    column('Planned', [a, c]),
  ]);
});

test('what has arrived is not moved twice, and what nobody sees is not moved', () => {
  expect(movedColumns(board, [{ card: c, to: 'Planned' }])).toEqual(board);
  expect(movedColumns(board, [{ card: card('gone', 5), to: 'Planned' }])).toEqual(board);
});

test('whatever is moved, every column adds up to its cards', () => {
  const moves = fc.array(
    fc.record({ card: fc.constantFrom(a, b, c), to: fc.constantFrom('Proposed', 'Planned') }),
  );
  fc.assert(
    fc.property(moves, (all) => {
      for (const moved of movedColumns(board, all)) expect(moved).toEqual(column(moved.status, moved.cards));
    }),
  );
});
