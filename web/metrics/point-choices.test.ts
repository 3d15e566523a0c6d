import { expect, test } from 'vitest';
import type { MetricCard } from '../../contract/metrics.ts';
import { pointChoices } from './point-choices.ts';

const metric = (part: Partial<MetricCard['metric']>): MetricCard['metric'] => ({
  id: 'sentiment',
  name: 'Sentiment',
  description: null,
  icon: null,
  kind: 'custom',
  fact: null,
  template: null,
  maxScore: 3,
  weight: 1,
  staleAfterDays: null,
  choices: [],
  ...part,
});

test.each([
  ['whole numbers, the highest first', metric({}), null, ['3', '2', '1', '0']],
  [
    'names where there are any, also between whole numbers',
    metric({
      choices: [
        { points: 2.5, label: 'Good' },
        { points: 0, label: 'Bad' },
      ],
    }),
    null,
    ['3', '2.5 – Good', '2', '1', '0 – Bad'],
  ],
  ['a maximum that is no whole number', metric({ maxScore: 1.5 }), null, ['1.5', '1', '0']],
  ['what was picked before', metric({}), 0.7, ['3', '2', '1', '0.7', '0']],
  [
    'too many numbers: the named ones and the maximum',
    metric({ maxScore: 500, choices: [{ points: 0, label: 'None' }] }),
    null,
    ['500', '0 – None'],
  ],
])('%s', (_, definition, points, labels) => {
  expect(pointChoices({ metric: definition, points }).map(({ label }) => label)).toEqual(labels);
});
