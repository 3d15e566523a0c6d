import { expect, test } from 'vitest';
import { parseDecimal } from '../money/fraction.ts';
import { bandBounds, bandIndex } from './bands.ts';
import * as defaults from './defaults.ts';
import { QUADRANTS } from './definitions.ts';

test.each([
  ['health', defaults.DEFAULT_HEALTH_BANDS, ['At risk 0', 'Needs attention 50', 'Satisfactory 75']],
  ['effort', defaults.DEFAULT_EFFORT_BANDS, ['Low 0', 'Medium 34', 'High 67']],
  ['alignment', defaults.DEFAULT_ALIGNMENT_BANDS, ['Not aligned 0', 'Partly aligned 34', 'Aligned 67']],
])('the default %s bands', (_, bands, expected) => {
  expect(bands.map(({ name, from }) => `${name} ${from}`)).toEqual(expected);
  expect(new Set(bands.map(({ color }) => color)).size).toBe(bands.length);
});

test.each([
  ['0', 0],
  ['33.999', 0],
  ['34', 1],
  ['66.999', 1],
  ['67', 2],
  ['100', 2],
])('%s falls in band %i of Low 0, Medium 34, High 67', (value, index) => {
  expect(bandIndex(bandBounds(defaults.DEFAULT_EFFORT_BANDS), parseDecimal(value))).toBe(index);
});

test('a new workspace scores sentiment, CSAT, Org and renewals, and one effort metric of at most 10', () => {
  const health = defaults.DEFAULT_HEALTH_METRICS.map(({ id, name, kind }) => [id, name, kind]);
  expect(health).toEqual([
    ['sentiment', 'Sentiment', 'custom'],
    ['csat', 'CSAT', 'csat'],
    ['org', 'Org', 'custom'],
    ['renewals', 'Renewals', 'custom'],
  ]);
  expect(defaults.DEFAULT_EFFORT_METRICS).toMatchObject([
    { id: 'segment-effort', name: 'Segment Effort', kind: 'custom', maxScore: '10' },
  ]);
});

test('the default segments are named in the order of the quadrants', () => {
  expect(defaults.DEFAULT_SEGMENTS.map(({ quadrant }) => quadrant)).toEqual(QUADRANTS);
  expect(defaults.DEFAULT_SEGMENTS.map(({ name }) => name)).toEqual([
    'Most profitable',
    'Meet most often',
    'Risk of silent churn',
    'Reprice or reduce effort',
  ]);
});
