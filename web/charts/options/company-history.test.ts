import { expect, test } from 'vitest';
import { type HistoryDay, mrrHistoryDrawing, scoreHistoryDrawing } from './company-history.ts';
import { drawnText } from './drawn-text.ts';
import { exampleStyle } from './example-dashboard.ts';

const day: HistoryDay = {
  date: '2026-10-31',
  stage: 'active',
  mrr: 310_000,
  employees: 40,
  health: 81,
  healthStatus: 'Satisfactory',
  coverage: 100,
  effort: 22,
  segment: 'high_value_low_effort',
  alignment: 62.5,
  definitionVersion: 4,
  reconstructed: false,
};
const unknown = { health: null, effort: null, alignment: null, reconstructed: true };
const days = [
  { ...day, date: '2026-09-30', ...unknown },
  day,
  { ...day, date: '2026-11-21', health: 74, mrr: 320_000 },
];
const compared = { from: '2026-10-31', to: '2026-11-21' };

test('MRR is walked day by day, and a point chooses its day', () => {
  const { points, option, summary } = mrrHistoryDrawing(days, compared, exampleStyle);
  expect(points.map(({ words, target }) => [words, target])).toEqual([
    ['Sep 30, 2026: MRR $3,100.00', '2026-09-30'],
    ['Oct 31, 2026: MRR $3,100.00', '2026-10-31'],
    ['Nov 21, 2026: MRR $3,200.00', '2026-11-21'],
  ]);
  expect(summary).toBe('3 days on record. Sep 30, 2026: MRR $3,100.00. Nov 21, 2026: MRR $3,200.00.');
  expect(drawnText(option)).toEqual(expect.arrayContaining(['$0', '$4k']));
});

test('scores that are not on record leave a gap, and are no stop', () => {
  const { points, option } = scoreHistoryDrawing(days, compared, exampleStyle);
  expect(points.map(({ words }) => words)).toEqual([
    'Oct 31, 2026: Health 81, Effort 22, Alignment 62.5%',
    'Nov 21, 2026: Health 74, Effort 22, Alignment 62.5%',
  ]);
  expect(drawnText(option)).toEqual(expect.arrayContaining(['Health', 'Effort', 'Alignment', '100']));
});
