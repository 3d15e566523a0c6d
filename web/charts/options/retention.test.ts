import { expect, test } from 'vitest';
import { figuresOf } from '../../../domain/retention/figures.ts';
import { drawnText } from './drawn-text.ts';
import { exampleStyle } from './example-dashboard.ts';
import { type ChartedMonth, retentionMovementsDrawing } from './retention-movements.ts';
import { retentionRatesDrawing } from './retention-rates.ts';

const months: readonly ChartedMonth[] = [
  { month: '2026-08', name: 'Aug 2026', figures: null, csat: null },
  {
    month: '2026-09',
    name: 'Sep 2026',
    figures: figuresOf([
      { start: 100_000, end: 120_000, wasClient: true },
      { start: 50_000, end: 0, wasClient: true },
      { start: 0, end: 30_000, wasClient: false },
    ]),
    csat: 0.9,
  },
  { month: '2026-10', name: 'Oct 2026', figures: figuresOf([]), csat: null },
];

test('movements are walked where anything moved, and open their month and figure', () => {
  const { points, option, summary } = retentionMovementsDrawing(months, exampleStyle);
  expect(points.map(({ words, target }) => [words, target])).toEqual([
    ['Sep 2026, new: $300.00', { month: '2026-09', figure: 'new' }],
    ['Sep 2026, expansion: $200.00', { month: '2026-09', figure: 'expansion' }],
    ['Sep 2026, churn: -$500.00', { month: '2026-09', figure: 'churn' }],
  ]);
  expect(summary).toBe(
    '3 months: Aug 2026, not on record; Sep 2026, new $300.00, expansion $200.00, churn -$500.00; Oct 2026, nothing moved.',
  );
  expect(drawnText(option)).toEqual(expect.arrayContaining(['Returning', 'Churn', 'Sep 2026', '-$600']));
});

test('rates are drawn where there are any, with CSAT on an axis of its own', () => {
  const { points, option } = retentionRatesDrawing(months, exampleStyle);
  expect(points.map(({ words, target }) => [words, target.figure])).toEqual([
    ['Sep 2026, Net revenue: 80.0%', 'retention'],
    ['Sep 2026, Gross revenue: 66.7%', 'retention'],
    ['Sep 2026, Clients: 50.0%', 'retention'],
    ['Sep 2026, CSAT: 90.0%', 'csat'],
  ]);
  expect(drawnText(option)).toEqual(expect.arrayContaining(['Net revenue', 'Clients', '100%']));
});
