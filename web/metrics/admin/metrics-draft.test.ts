import { expect, test } from 'vitest';
import type { MetricDefinition, MetricDefinitions } from '../../../contract/metric-definitions.ts';
import { changeWords } from './change-words.ts';
import { mergeDrafts } from './merge-drafts.ts';
import {
  changeOf,
  type DraftMetric,
  draftOf,
  isEdited,
  type MetricsDraft,
  problemsOf,
  weightShares,
  whatIfDraft,
} from './metrics-draft.ts';
import { newMetric, withKind } from './new-metric.ts';

const metric = (id: string, own: object = {}): MetricDefinition => ({
  id,
  name: id,
  description: null,
  icon: null,
  maxScore: '10',
  weight: '1',
  staleAfterDays: null,
  order: null,
  retired: false,
  scores: 0,
  highest: null,
  kind: 'custom',
  choices: [],
  ...own,
});
const stored: MetricDefinitions = {
  kind: 'health',
  metrics: [
    metric('a'),
    metric('b', { weight: '3', highest: '8', scores: 4 }),
    metric('c', { retired: true }),
  ],
  bands: [
    { name: 'Red', from: '0', color: '#900' },
    { name: 'Green', from: '60', color: '#090' },
  ],
  minimumCoverage: '0',
  builtIn: false,
  version: 3,
  changed: null,
  etag: '"1"',
};
const begun = draftOf(stored);
const change = (key: string, part: object): MetricsDraft => ({
  ...begun,
  metrics: begun.metrics.map((it) => (it.key === key ? ({ ...it, ...part } as DraftMetric) : it)),
});

test('what is stored is no edit, and goes back as it came', () => {
  expect(isEdited(stored, begun)).toBe(false);
  expect(changeOf(begun).bands).toEqual(stored.bands.map((band) => ({ ...band, was: null })));
  expect(changeOf(begun).metrics.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('the shares of the weights leave out what is retired', () => {
  expect([...weightShares(begun.metrics)]).toEqual([
    ['a', 0.25],
    ['b', 0.75],
  ]);
  expect(weightShares(change('b', { weight: '' }).metrics).get('a')).toBe(1);
  expect([...weightShares([{ ...begun.metrics[0]!, weight: '0' }])]).toEqual([]);
});

test.each<[string, MetricsDraft, string[]]>([
  ['nothing', begun, []],
  ['a weight that is none', change('a', { weight: '' }), ['A number of at least 0']],
  ['a maximum that is none', change('a', { maxScore: '' }), ['A number above 0']],
  [
    'a maximum below given points',
    change('b', { maxScore: '5' }),
    ['A company has 8 points of it; the max score must be at least that'],
  ],
  [
    'a choice without points',
    change('a', { choices: [{ points: '', label: 'x' }] }),
    ['Give every choice its points'],
  ],
  [
    'a band without a limit',
    change('a', {
      kind: 'computed',
      fact: 'mrr',
      bands: [
        { upTo: '', points: '1' },
        { upTo: null, points: '2' },
      ],
    }),
    ['Give every band its limit and its points'],
  ],
  [
    'a cut score that is none',
    { ...begun, bands: begun.bands.map((band) => ({ ...band, from: '' })) },
    ['A number from 0 to 100', 'A number from 0 to 100'],
  ],
  ['a coverage above 100', { ...begun, minimumCoverage: '101' }, ['A percentage from 0 to 100']],
])('in the way: %s', (_, draft, messages) => {
  const { metrics, bands, coverage, any } = problemsOf(draft, stored.metrics);
  const found = [...[...metrics.values()].flat(), ...bands].map(({ message }) => message);
  expect([...found, ...(coverage ? [coverage] : [])]).toEqual(messages);
  expect(any).toBe(messages.length > 0);
});

test('a band that is called otherwise, or goes, takes its overrides along in the what-if too', () => {
  const renamed = {
    ...begun,
    bands: begun.bands.map((band) => ({ ...band, name: band.name === 'Red' ? 'Alarm' : band.name })),
  };
  expect(changeOf(renamed).bands[0]).toMatchObject({ name: 'Alarm', was: 'Red' });
  expect(whatIfDraft('health', stored, renamed).renamedStatuses).toEqual(new Map([['Red', 'Alarm']]));
  const gone = whatIfDraft('health', stored, { ...begun, bands: begun.bands.slice(0, 1) });
  expect(gone.replacedStatuses).toEqual(new Map([['Green', 'Red']]));
  expect(whatIfDraft('effort', stored, begun)).not.toHaveProperty('renamedStatuses');
});

test('a metric in another kind has what that needs, and nothing of the one before', () => {
  const computed = withKind(newMetric(), 'computed');
  expect(computed).toMatchObject({
    kind: 'computed',
    fact: 'employees',
    bands: [{ upTo: null, points: '10' }],
  });
  expect(withKind(computed, 'csat')).not.toHaveProperty('bands');
});

test.each<[string, MetricsDraft]>([
  ['Changes 1 metric', change('a', { weight: '2' })],
  ['Retires 1 metric', change('a', { retired: true })],
  ['Restores 1 metric', change('c', { retired: false })],
  ['Adds 1 metric, deletes 1 metric', { ...begun, metrics: [...begun.metrics.slice(1), newMetric()] }],
  ['Reorders the metrics', { ...begun, metrics: [...begun.metrics].reverse() }],
  ['Changes the bands, changes the minimum coverage', { ...begun, bands: [], minimumCoverage: '5' }],
])('%s', (words, draft) => {
  expect(changeWords(stored, draft)).toBe(words);
});

test('two administrators’ edits come together, metric by metric and field by field', () => {
  const mine: MetricsDraft = {
    ...begun,
    metrics: [...change('a', { weight: '5' }).metrics, { ...newMetric(), name: 'Mine' }],
    minimumCoverage: '20',
  };
  const theirs: MetricsDraft = {
    ...begun,
    metrics: [
      { ...begun.metrics[1]!, name: 'Bee' },
      { ...begun.metrics[0]!, name: 'Ay', weight: '9' },
      { ...newMetric(), key: 'theirs', name: 'Theirs' },
    ],
    bands: begun.bands.slice(0, 1),
  };
  const merged = mergeDrafts(begun, mine, theirs);
  expect(merged.metrics.map(({ name, weight }) => [name, weight])).toEqual([
    ['Bee', '3'],
    ['Ay', '5'],
    ['Theirs', '1'],
    ['Mine', '1'],
  ]);
  expect(merged.bands).toEqual(theirs.bands);
  expect(merged.minimumCoverage).toBe('20');
  const reordered = mergeDrafts(begun, { ...begun, metrics: [...begun.metrics].reverse() }, begun);
  expect(reordered.metrics.map(({ key }) => key)).toEqual(['c', 'b', 'a']);
  const deleted = mergeDrafts(begun, { ...begun, metrics: begun.metrics.slice(1) }, begun);
  expect(deleted.metrics.map(({ key }) => key)).toEqual(['b', 'c']);
});
