import { expect, test } from 'vitest';
import { budget } from '../../../domain/recommendations/budget.ts';
import { moneyIn } from '../../ui/money.ts';
import { lightInk } from '../ink.ts';
import { budgetDrawing } from './budget.ts';

const { quarters } = budget(
  [
    {
      targetQuarter: '2027-Q1',
      state: 'started',
      mrr: 12_345,
      oneTime: 100_000,
      weightedMrr: 0,
      weightedOneTime: 0,
    },
  ],
  '2026-11-22',
);
const words = { oneTime: 'One-time', byThen: 'Monthly by then', recurring: 'Recurring' };
const style = { ink: lightInk, money: moneyIn('USD', 'en-US'), narrow: false, wide: true };

test('every amount of every quarter can be walked to, is said in words and opens its quarter', () => {
  const { points, summary, option } = budgetDrawing(quarters, words, style);
  expect(points.slice(0, 4)).toMatchObject([
    { dataIndex: 1, seriesIndex: 0, words: 'Q1 2027, Recurring: $370.35', target: '2027-Q1' },
    { dataIndex: 1, seriesIndex: 1, words: 'Q1 2027, One-time: $1,000.00' },
    { dataIndex: 1, seriesIndex: 2, words: 'Q1 2027, Monthly by then: $123.45' },
    { dataIndex: 2, seriesIndex: 0, target: '2027-Q2' },
  ]);
  expect(summary).toContain('Q4 2026: $0.00, monthly by then $0.00; Q1 2027: $1,370.35');
  expect(option.series).toMatchObject([
    { name: 'Recurring', stack: 'budget', data: [0, 37_035, 37_035, 37_035, 37_035] },
    { name: 'One-time', stack: 'budget', data: [0, 100_000, 0, 0, 0] },
    { type: 'line', name: 'Monthly by then', data: [0, 12_345, 12_345, 12_345, 12_345] },
  ]);
});
