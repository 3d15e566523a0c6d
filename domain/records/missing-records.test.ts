import { expect, test } from 'vitest';
import { defaultRequirement, type RecordKind, type Requirement, requiredRecords } from './missing-records.ts';

const vcio = defaultRequirement('vcio');
const only = (...records: Requirement['records'][number][]): Requirement => ({ records, assessmentDays: 90 });
const taken = (takenOn: string, id = takenOn) => ({ id, template: 'Security baseline', takenOn, score: 71 });

/** A meeting on 1 March 2027. */
const CASES: readonly [string, Requirement, readonly RecordKind[], readonly string[], readonly string[]][] = [
  [
    'a vCIO meeting without anything misses all four',
    vcio,
    [],
    [],
    ['slide_deck', 'assessment', 'service_desk_metrics', 'warranty_report'],
  ],
  [
    'what is attached is not missing',
    vcio,
    ['slide_deck', 'warranty_report'],
    [],
    ['assessment', 'service_desk_metrics'],
  ],
  [
    'all four attached: nothing is missing',
    vcio,
    ['slide_deck', 'assessment', 'service_desk_metrics', 'warranty_report'],
    [],
    [],
  ],
  [
    'another record stands for none of them',
    vcio,
    ['other'],
    [],
    ['slide_deck', 'assessment', 'service_desk_metrics', 'warranty_report'],
  ],
  ['an assessment of the same day counts', only('assessment'), [], ['2027-03-01'], []],
  ['one of 90 days before counts', only('assessment'), [], ['2026-12-01'], []],
  ['one of 91 days before does not', only('assessment'), [], ['2026-11-30'], ['assessment']],
  ['one of the day after does not', only('assessment'), [], ['2027-03-02'], ['assessment']],
  ['an assessment stands for no slide deck', only('slide_deck'), [], ['2027-03-01'], ['slide_deck']],
  ['a pulse check requires nothing', defaultRequirement('pulse'), [], [], []],
  [
    'the order is always the same',
    only('warranty_report', 'slide_deck'),
    [],
    [],
    ['slide_deck', 'warranty_report'],
  ],
];

test.each(CASES)('%s', (_, requirement, attached, assessed, missing) => {
  const states = requiredRecords(
    requirement,
    '2027-03-01',
    attached.map((kind) => ({ kind })),
    assessed.map((day) => taken(day)),
  );
  expect(states.filter(({ state }) => state === 'missing').map(({ kind }) => kind)).toEqual(missing);
});

test('of several assessments in time the latest is named', () => {
  const days = ['2027-02-01', '2027-02-20', '2027-01-05', '2027-03-09'];
  const [state] = requiredRecords(
    only('assessment'),
    '2027-03-01',
    [],
    days.map((day) => taken(day)),
  );
  expect(state).toMatchObject({ state: 'assessed', assessment: { id: '2027-02-20' } });
});
