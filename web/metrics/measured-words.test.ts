import { expect, test } from 'vitest';
import type { MetricCard } from '../../contract/metrics.ts';
import { moneyIn } from '../ui/money.ts';
import { measuredWords } from './measured-words.ts';

const words = (metric: Partial<MetricCard['metric']>, value: number | null) =>
  measuredWords({ metric, value } as MetricCard, moneyIn('USD', 'en-US'));

test.each<[string, Partial<MetricCard['metric']>, number | null, string | null]>([
  ['what a person picks', { kind: 'custom' }, 8, null],
  ['nothing known', { kind: 'computed', fact: 'locations' }, null, null],
  ['an assessment', { kind: 'assessment' }, 42.5, '42.5 of 100'],
  ['CSAT', { kind: 'csat' }, 66.666, '66.7% positive'],
  ['one location', { kind: 'computed', fact: 'locations' }, 1, '1 location'],
  ['MRR, in units of the currency', { kind: 'computed', fact: 'mrr' }, 1469.5, '$1,469.50 a month'],
  ['a special SLA', { kind: 'computed', fact: 'special_sla' }, 1, 'a special SLA'],
  ['none', { kind: 'computed', fact: 'special_sla' }, 0, 'no special SLA'],
  ['days', { kind: 'computed', fact: 'days_to_renewal' }, 220, '220 days to the next renewal'],
])('%s', (_, metric, value, expected) => {
  expect(words(metric, value)).toBe(expected);
});
