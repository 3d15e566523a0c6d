import { expect, test } from 'vitest';
import { companyFigures, explainCompany } from '../portfolio/company-figures.ts';
import type { ComputedFact, Metric } from '../portfolio/definitions.ts';
import type { ScorePart } from '../portfolio/explanation.ts';
import type { CompanyFacts } from '../portfolio/facts.ts';
import {
  AS_OF,
  company,
  contract,
  definitions,
  metric,
  stackItem,
  typed,
} from '../portfolio/test-company.ts';

function part(only: Metric, facts: Partial<CompanyFacts>): ScorePart {
  return explainCompany(definitions({ healthMetrics: [only] }), company(facts), AS_OF).health.parts[0]!;
}

/** One score of the metric, set by Ana on a day. */
function picked(points: string, setOn: string | null = null): Partial<CompanyFacts> {
  return { healthScores: [{ metric: 'custom', points, setOn, setBy: 'ana', note: 'Asked her' }] };
}

const choices = [
  { points: '0', label: 'Angry' },
  { points: '7.5', label: 'Happy' },
];

test('custom: the points picked of the maximum, with their label', () => {
  const happy = part(metric({ kind: 'custom', choices }), picked('7.50', '2026-11-01'));
  expect(happy).toMatchObject({
    points: 7.5,
    share: 0.75,
    ageDays: 21,
    source: 'Set to "Happy"',
    setBy: 'ana',
    note: 'Asked her',
  });
  expect(part(metric({ kind: 'custom', choices }), picked('3'))).toMatchObject({
    share: 0.3,
    source: 'Set by hand',
  });
  expect(part(metric({ kind: 'custom', choices }), {})).toMatchObject({
    share: null,
    points: null,
    source: 'Not set',
  });
});

test('points from before the maximum was lowered count as the maximum', () => {
  expect(part(metric({ kind: 'custom', choices, maxScore: '5' }), picked('10'))).toMatchObject({
    points: 10,
    share: 1,
  });
});

test('a metric with a maximum of 0 has no value', () => {
  expect(part(metric({ kind: 'custom', choices, maxScore: '0' }), picked('0'))).toMatchObject({
    share: null,
    source: 'The metric has a maximum of 0',
  });
});

const taken = [
  { id: 'a3', template: 'NIST', takenOn: '2026-06-01', score: '40' },
  { id: 'a10', template: 'NIST', takenOn: '2026-06-01', score: '30' },
  { id: 'b', template: 'CIS', takenOn: '2026-09-01', score: '66.6' },
  { id: 'c', template: 'CIS', takenOn: '2026-11-23', score: '99' },
];

test.each<[string, string | null, number | null, string]>([
  ['the latest of any template by today', null, 66.6, 'Assessment "CIS"'],
  ['the latest of one template, the last by key of one day', 'NIST', 40, 'Assessment "NIST"'],
  ['none of a template that was not used', 'ISO', null, 'No assessment "ISO"'],
])('assessment: %s', (_, template, value, source) => {
  const told = part(metric({ kind: 'assessment', template, maxScore: '100' }), { assessments: taken });
  expect([told.value, told.points, told.source]).toEqual([value, value, source]);
});

test('an assessment taken today counts', () => {
  const today = [{ id: 'a', template: 'NIST', takenOn: AS_OF, score: '50' }];
  expect(part(metric({ kind: 'assessment', template: null }), { assessments: today })).toMatchObject({
    share: 0.5,
    ageDays: 0,
  });
});

test.each<[string, [string, 'positive' | 'neutral' | 'negative'][], number | null]>([
  ['no responses', [], null],
  [
    'positive of all',
    [
      [AS_OF, 'positive'],
      ['2026-11-01', 'neutral'],
      ['2026-10-01', 'negative'],
    ],
    1 / 3,
  ],
  ['89 days ago counts', [['2026-08-25', 'positive']], 1],
  ['90 days ago does not', [['2026-08-24', 'positive']], null],
  ['tomorrow does not', [['2026-11-23', 'positive']], null],
  ['only bad ones', [[AS_OF, 'negative']], 0],
])('csat: %s', (_, responses, share) => {
  const csat = responses.map(([day, rating], i) => ({ id: `r${i}`, day, rating }));
  expect(part(metric({ kind: 'csat' }), { csat })).toMatchObject({ share, date: null, stale: false });
});

/** The fact itself: one band without a limit, so that any value is measured. */
function fact(name: ComputedFact, facts: Partial<CompanyFacts>): ScorePart {
  return part(metric({ kind: 'computed', fact: name, bands: [{ upTo: null, points: '5' }] }), facts);
}

const tickets = (value: string) => ({
  facts: [{ fact: 'tickets_per_month' as const, value, asOf: '2026-11-01' }],
});
const sla = (value: string) => ({ facts: [{ fact: 'special_sla' as const, value, asOf: null }] });
const renewing = (end: string, own = {}) => ({ contracts: [contract({ end, ...own })] });
const met = (date: string, status: 'held' | 'planned' | 'cancelled') => ({ date, status });

test.each<[string, ComputedFact, Partial<CompanyFacts>, number | null]>([
  ['employees', 'employees', { employeesSynced: 0 }, 0],
  ['employees that nobody knows', 'employees', {}, null],
  ['locations', 'locations', { locations: 3 }, 3],
  ['locations that nobody knows', 'locations', {}, null],
  ['MRR in units of the currency', 'mrr', { mrrOverride: 12345 }, 123.45],
  ['MRR without contracts', 'mrr', {}, 0],
  ['tickets', 'tickets_per_month', tickets('7.5'), 7.5],
  ['tickets never stated', 'tickets_per_month', {}, null],
  ['tickets per employee', 'tickets_per_seat', { ...tickets('7.5'), employeesSynced: 30 }, 0.25],
  ['tickets per employee of an unknown number', 'tickets_per_seat', tickets('7.5'), null],
  ['tickets per employee of none', 'tickets_per_seat', { ...tickets('7.5'), employeesSynced: 0 }, null],
  ['support hours per employee, never stated', 'support_hours_per_seat', { employeesSynced: 30 }, null],
  ['a special SLA', 'special_sla', sla('true'), 1],
  ['no special SLA', 'special_sla', sla('false'), 0],
  ['csat', 'csat', { csat: [{ id: 'r', day: AS_OF, rating: 'positive' }] }, 100],
  ['csat without responses', 'csat', {}, null],
  ['days to a renewal', 'days_to_renewal', renewing('2026-12-02'), 10],
  ['a renewal today', 'days_to_renewal', renewing(AS_OF), 0],
  ['a contract that ended', 'days_to_renewal', renewing('2026-11-21'), null],
  ['a contract that is out', 'days_to_renewal', renewing('2026-12-02', { excluded: true }), null],
  [
    'days since a meeting',
    'days_since_meeting',
    {
      meetings: [
        met('2026-01-01', 'held'),
        met('2026-11-20', 'held'),
        met('2026-11-21', 'cancelled'),
        met('2026-11-23', 'held'),
      ],
    },
    2,
  ],
  ['no meeting held yet', 'days_since_meeting', { meetings: [met('2026-11-01', 'planned')] }, null],
  ['alignment without applicable items', 'alignment', {}, null],
])('computed: %s', (_, name, facts, value) => {
  const told = fact(name, facts);
  expect([told.value, told.points]).toEqual([value, value === null ? null : 5]);
});

test('the fact alignment is the exact percentage over the cells that count', () => {
  const stackItems = ['a', 'b', 'c'].map((id) => stackItem({ id, tags: ['Standard'], retired: id === 'c' }));
  const bands = [
    { upTo: '50', points: '2' },
    { upTo: null, points: '8' },
  ];
  const healthMetrics = [metric({ kind: 'computed', fact: 'alignment', bands })];
  const score = (alignment: string) =>
    companyFigures(
      definitions({ stackItems, healthMetrics }),
      company({ tags: ['Standard'], alignments: [typed({ stackItem: 'a', alignment })] }),
      AS_OF,
    ).health;
  expect([score('100'), score('99.9')]).toEqual([20, 20]);
  expect(score('0')).toBe(20);
  const both = company({
    tags: ['Standard'],
    alignments: ['a', 'b'].map((id) => typed({ stackItem: id, alignment: '50.01' })),
  });
  expect(companyFigures(definitions({ stackItems, healthMetrics }), both, AS_OF).health).toBe(80);
});

test.each([
  ['10', 0],
  ['10.0001', 3],
  ['50', 3],
  ['51', 5],
])('computed: a fact of %s gets the points of the first band it is not above', (value, points) => {
  const bands = [
    { upTo: '10', points: '0' },
    { upTo: '50', points: '3' },
    { upTo: null, points: '5' },
  ];
  const told = part(metric({ kind: 'computed', fact: 'tickets_per_month', bands }), tickets(value));
  expect([told.points, told.share]).toEqual([points, points / 10]);
});

test('a fact is not rounded before its band: a third of a ticket is above 0.33', () => {
  const bands = [
    { upTo: '0.33', points: '0' },
    { upTo: null, points: '5' },
  ];
  const perSeat = metric({ kind: 'computed', fact: 'tickets_per_seat', bands });
  expect(part(perSeat, { ...tickets('1'), employeesSynced: 3 }).points).toBe(5);
});

test.each([
  [30, '2026-10-23', 30, false],
  [30, '2026-10-22', 31, true],
  [0, AS_OF, 0, false],
  [0, '2026-11-21', 1, true],
  [null, '2000-01-01', 9822, false],
  [0, '2026-12-01', -9, false],
])('stale after %s days, set on %s: %i days old, stale %s', (staleAfterDays, setOn, ageDays, stale) => {
  expect(part(metric({ kind: 'custom', choices, staleAfterDays }), picked('5', setOn))).toMatchObject({
    ageDays,
    stale,
  });
});

test('a value without a date is fresh; a fact per seat is as old as what was stated', () => {
  expect(part(metric({ kind: 'custom', choices, staleAfterDays: 0 }), picked('5'))).toMatchObject({
    ageDays: null,
    stale: false,
  });
  const bands = [{ upTo: null, points: '5' }];
  const perSeat = metric({ kind: 'computed', fact: 'tickets_per_seat', bands, staleAfterDays: 20 });
  expect(part(perSeat, { ...tickets('1'), employeesSynced: 3 })).toMatchObject({
    date: '2026-11-01',
    stale: true,
  });
});
