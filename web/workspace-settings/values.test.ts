import { describe, expect, test } from 'vitest';
import type { WorkspaceSettings } from '../../contract/workspace-settings.ts';
import { type Problems, problemsOf } from './problems.ts';
import { changeOf, editedFields, goneStatuses, type Values, valuesOf } from './values.ts';

const settings: WorkspaceSettings = {
  name: 'Northwind',
  currency: 'USD',
  exchangeRates: [{ currency: 'EUR', rate: '1.25' }],
  currencies: [],
  timeZone: 'UTC',
  asOf: null,
  today: '2026-11-22',
  effortMidpoint: 50,
  valueMidpoint: null,
  seatValueMidpoint: null,
  medians: { total: null, perSeat: null },
  segments: [{ quadrant: 'high_value_low_effort', name: 'Stars', description: 'Keep' }],
  alignmentBands: [
    { name: 'Off', from: 0, color: '#990000' },
    { name: 'On', from: 67, color: '#009900' },
  ],
  alignmentStaleAfterDays: 180,
  recommendationStatuses: [
    { name: 'Idea', state: 'not_started', color: null, recommendations: 2 },
    { name: 'Won', state: 'completed', color: '#009900', recommendations: 0 },
  ],
  etag: '"1"',
};
const base = valuesOf(settings);
const [idea, won] = base.recommendationStatuses as [
  Values['recommendationStatuses'][number],
  Values['recommendationStatuses'][number],
];
const edited = (part: Partial<Values>): Values => ({ ...base, ...part });

describe('what is sent', () => {
  test('is what was edited', () => {
    expect(editedFields(base, edited({}))).toEqual([]);
    expect(changeOf(base, edited({ effortMidpoint: 60 }))).toEqual({ effortMidpoint: 60 });
  });

  test('says what the other currencies are worth with another currency, whatever they are', () => {
    const values = edited({ currency: 'EUR', exchangeRates: [] });
    expect(changeOf(base, values)).toEqual({ currency: 'EUR', exchangeRates: [] });
  });

  test('takes an emptied description as the default', () => {
    const segments = [{ ...base.segments[0]!, description: ' ' }];
    expect(changeOf(base, edited({ segments })).segments).toEqual([{ ...segments[0], description: null }]);
  });

  test('names what takes the place of a status that goes away, and of no other', () => {
    const values = edited({
      recommendationStatuses: [{ ...won, state: 'not_started' }],
      replacedStatuses: { Idea: 'Won', Won: 'Idea' },
    });
    expect(goneStatuses(base, values)).toEqual(['Idea']);
    expect(changeOf(base, values).replacedStatuses).toEqual([{ status: 'Idea', by: 'Won' }]);
  });
});

test.each<[string, Partial<Values>, Problems]>([
  ['nothing', {}, {}],
  ['no name', { name: ' ' }, { name: 'Give the workspace a name' }],
  [
    'an effort midpoint beyond 100',
    { effortMidpoint: 101 },
    { effortMidpoint: 'Give a number from 0 to 100' },
  ],
  ['no days', { alignmentStaleAfterDays: null }, { alignmentStaleAfterDays: 'Give a whole number of days' }],
  [
    'a rate that is not typed yet',
    { exchangeRates: [{ currency: 'EUR', rate: '' }] },
    { exchangeRates: 'Give what one EUR is worth, a number such as 1.0825' },
  ],
  [
    'a rate of its own currency',
    { exchangeRates: [{ currency: 'USD', rate: '1' }] },
    { exchangeRates: 'USD is the workspace’s own currency; take its rate out' },
  ],
  [
    'bands that begin at the same place',
    { alignmentBands: base.alignmentBands.map((band) => ({ ...band, from: 0 })) },
    { alignmentBands: '"Off" and "On" both begin at 0.' },
  ],
  [
    'a band without a bound',
    { alignmentBands: [{ ...base.alignmentBands[0]!, from: null }] },
    { alignmentBands: 'Give “Off” a number from 0 to 100 and a colour' },
  ],
  [
    'a status in use that goes away',
    { recommendationStatuses: [{ ...won, state: 'not_started' }] },
    { recommendationStatuses: 'The status "Idea" is in use; say which one takes its place.' },
  ],
  [
    'a status without a name',
    { recommendationStatuses: [idea, { ...won, name: '' }] },
    { recommendationStatuses: 'Every status needs a name' },
  ],
])('%s stands in the way of saving', (_, part, problems) => {
  expect(problemsOf(base, edited(part), new Set(['Idea']))).toEqual(problems);
});
