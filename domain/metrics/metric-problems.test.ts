import { expect, test } from 'vitest';
import type { Choice, Metric, PointsBand } from '../portfolio/definitions.ts';
import { metric } from '../portfolio/test-company.ts';
import { metricProblems } from './metric-problems.ts';

const custom = (own: Partial<Metric> = {}, choices: readonly Choice[] = []) =>
  metric({ kind: 'custom', name: 'Org', ...own, choices } as Metric);
const computed = (...bands: PointsBand[]) =>
  metric({ kind: 'computed', name: 'Size', fact: 'employees', bands });
const choice = (points: string, label: string) => ({ points, label });
const band = (upTo: string | null, points: string) => ({ upTo, points });

test.each<[string, Metric, string | null, string[]]>([
  ['a plain metric', custom(), null, []],
  ['one without a name', custom({ name: ' ' }), null, ['Give it a name']],
  ['a maximum of 0', custom({ maxScore: '0.0' }), null, ['The max score must be above 0']],
  [
    'a maximum below what a company has',
    custom({ maxScore: '7.5' }),
    '7.51',
    ['A company has 7.51 points of it; the max score must be at least that'],
  ],
  ['a maximum of just what a company has', custom({ maxScore: '7.5' }), '7.50', []],
  ['choices for some points', custom({}, [choice('0', 'Cold'), choice('2.5', 'Warm')]), null, []],
  ['a choice without a label', custom({}, [choice('0', ' ')]), null, ['Give every choice a label']],
  [
    'a choice above the maximum',
    custom({}, [choice('10.5', 'Raving')]),
    null,
    ['"Raving" gives 10.5 points, more than the max score'],
  ],
  [
    'two labels for the same points',
    custom({}, [choice('1', 'A'), choice('1.0', 'B')]),
    null,
    ['1.0 points have two labels'],
  ],
  [
    'bands up to one without a limit',
    computed(band('-1', '0'), band('9.5', '10'), band(null, '3')),
    null,
    [],
  ],
  ['one band', computed(band(null, '3')), null, []],
  ['no band', computed(), null, ['The last band must have no limit']],
  ['a last band with a limit', computed(band('1', '1')), null, ['The last band must have no limit']],
  [
    'a limit missing in between',
    computed(band(null, '1'), band(null, '2')),
    null,
    ['Only the last band may have no limit'],
  ],
  [
    'limits that do not rise',
    computed(band('10', '1'), band('9', '1'), band(null, '2')),
    null,
    ['Each limit must be above the one before'],
  ],
  [
    'a limit twice',
    computed(band('9', '1'), band('9.0', '2'), band(null, '2')),
    null,
    ['Each limit must be above the one before'],
  ],
  [
    'a band above the maximum',
    computed(band('9', '11'), band(null, '2')),
    null,
    ['A band gives 11 points, more than the max score'],
  ],
])('%s', (_, own, highest, messages) => {
  expect(metricProblems(own, highest).map(({ message }) => message)).toEqual(messages);
});
