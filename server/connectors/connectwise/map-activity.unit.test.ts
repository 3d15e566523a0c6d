import { expect, test } from 'vitest';
import type { BillingOptions } from './billing.ts';
import { mostPoints, toOpportunity, toSurvey, toTicket, toTimeEntry } from './map-activity.ts';
import {
  forecastShape,
  opportunityShape,
  questionShape,
  surveyResultShape,
  ticketShape,
  timeEntryShape,
} from './shapes.ts';

const entered = { _info: { dateEntered: '2026-11-02T08:00:00Z', lastUpdated: '2026-11-03T09:00:00Z' } };

test.each<[string, object, object]>([
  [
    'a service ticket',
    { recordType: 'ServiceTicket' },
    { kind: 'service', createdAt: '2026-11-02T08:00:00.000Z' },
  ],
  ['a project ticket', { recordType: 'ProjectTicket' }, { kind: 'project' }],
  ['a project issue', { recordType: 'ProjectIssue' }, { kind: 'project' }],
  ['a type of record to come', { recordType: 'Riddle' }, { kind: 'other' }],
  ['no type of record', {}, { kind: 'service' }],
  [
    'closed by its flag',
    { closedFlag: true, closedDate: '2026-11-03T10:00:00Z' },
    { closed: true, closedAt: '2026-11-03T10:00:00.000Z' },
  ],
  [
    'closed by its status',
    { closedFlag: false, status: { id: 4 }, dateResolved: '2026-11-04T10:00:00' },
    { closed: true, closedAt: '2026-11-04T10:00:00.000Z' },
  ],
  [
    'reopened',
    { closedFlag: false, status: { id: 5 }, closedDate: '2026-11-03T10:00:00Z' },
    { closed: false, closedAt: null },
  ],
  ['of nobody', { company: null, summary: null }, { company: null, title: 'Ticket 7' }],
  [
    'a date before dates',
    { _info: { dateEntered: '0001-01-01T00:00:00Z', lastUpdated: entered._info.lastUpdated } },
    { createdAt: '2026-11-03T09:00:00.000Z' },
  ],
])('a ticket: %s', (_, row, expected) => {
  expect(toTicket(ticketShape.parse({ ...entered, ...row }), '7', new Set(['4']))).toMatchObject(expected);
});

test('an older version has the time beside _info, and the ticket of hours in a reference', () => {
  const row = { dateEntered: '2019-03-04T05:06:07Z', _info: { lastUpdated: '2026-11-03T09:00:00Z' } };
  expect(toTicket(ticketShape.parse(row), '7', new Set())).toMatchObject({
    createdAt: '2019-03-04T05:06:07.000Z',
  });
  const hours = {
    timeStart: '2026-11-02T23:30:00Z',
    actualHours: 1,
    chargeToType: 'ServiceTicket',
    ticket: { id: 9 },
  };
  expect(toTimeEntry(timeEntryShape.parse(hours))).toMatchObject({ ticket: '9' });
});

test('a ticket of no time is not read', () => {
  expect(toTicket(ticketShape.parse({}), '7', new Set())).toContain('_info/dateEntered');
});

const time = { timeStart: '2026-11-02T23:30:00Z', actualHours: 0.25, chargeToId: 7 };
test.each<[string, object, object | string]>([
  [
    'on a service ticket',
    { chargeToType: 'ServiceTicket' },
    { kind: 'service', ticket: '7', workedOn: '2026-11-02', hours: '0.25' },
  ],
  ['on a project ticket', { chargeToType: 'ProjectTicket' }, { kind: 'project', ticket: '7' }],
  ['on a charge code', { chargeToType: 'ChargeCode' }, { kind: 'other', ticket: null }],
  ['on an activity', { chargeToType: 'Activity' }, { kind: 'other', ticket: null }],
  ['billed', { billableOption: 'Billable' }, { billable: true }],
  ['for nothing', { billableOption: 'NoCharge' }, { billable: false }],
  ['by somebody', { member: { identifier: 'ada', name: 'Ada Abara' } }, { resource: 'Ada Abara' }],
  ['by somebody without a name', { member: { identifier: 'ada' } }, { resource: 'ada' }],
  ['hours of another type', { actualHours: 'some' }, 'actualHours: nothing, expected a number.'],
  ['no day', { timeStart: null }, 'timeStart: nothing, expected a date.'],
])('hours: %s', (_, row, expected) => {
  const found = toTimeEntry(timeEntryShape.parse({ ...time, ...row }));
  if (typeof expected === 'string') expect(found).toBe(expected);
  else expect(found).toMatchObject(expected);
});

const OPTIONS: BillingOptions = new Map([
  ['1', 'Monthly'],
  ['2', 'Quarterly'],
  ['3', 'Yearly'],
  ['4', 'NotRecurring'],
]);
const item = (row: object) => ({ includeFlag: true, recurringFlag: false, ...row });
const recurring = (recurringRevenue: number, cycle: number) =>
  item({ recurringFlag: true, recurringRevenue, revenue: 9999, billCycle: { id: cycle } });
test.each<[string, readonly object[], string | null, string | null]>([
  ['nothing', [], null, null],
  ['a device', [item({ revenue: 1200.5 })], '1200.5', null],
  ['seats a month', [recurring(300, 1)], null, '300'],
  ['a quarter and a year', [recurring(100, 2), recurring(1200, 3)], null, '133.33'],
  ['what is left out', [item({ revenue: 5, includeFlag: false }), item({ revenue: 7 })], '7', null],
  ['how often, nobody knows', [recurring(100, 9), recurring(50, 4)], null, null],
  ['both', [item({ revenue: 100 }), item({ revenue: 50 }), recurring(10, 1)], '150', '10'],
])('a forecast: %s', (_, forecastItems, oneTime, monthly) => {
  const row = opportunityShape.parse({ name: 'Refresh', probability: { name: '75' } });
  const found = toOpportunity(row, '7', new Map(), forecastShape.parse({ forecastItems }), OPTIONS);
  expect(found).toMatchObject({ oneTime, monthly, state: 'open', probability: '75' });
});

test('an opportunity is what its status is, and a closed one is of the day on which it was closed', () => {
  const row = {
    expectedCloseDate: '2026-12-31T00:00:00Z',
    closedDate: '2026-11-05T00:00:00Z',
    status: { id: 2 },
  };
  const states = new Map([
    ['2', 'won' as const],
    ['3', 'open' as const],
  ]);
  const read = (each: object) => toOpportunity(opportunityShape.parse(each), '7', states, null, OPTIONS);
  expect(read(row)).toMatchObject({ state: 'won', closeOn: '2026-11-05', name: 'Opportunity 7' });
  expect(read({ ...row, status: { id: 3 } })).toMatchObject({ state: 'open', closeOn: '2026-12-31' });
  expect(read({ probability: { name: 'likely' } }).probability).toBeNull();
});

test.each([
  [5, 5, 'positive'],
  [4, 5, 'positive'],
  [3, 5, 'neutral'],
  [2, 5, 'negative'],
  [0, 5, 'negative'],
  [8, 10, 'positive'],
  [3, 0, null],
  [null, 5, null],
])('%s points of %d are %s', (totalPoints, most, rating) => {
  const found = toSurvey(surveyResultShape.parse({ ...entered, totalPoints }), most);
  expect(found).toMatchObject({ rating, score: totalPoints === null ? null : String(totalPoints) });
});

test('the most points are the best answers to all questions that are asked', () => {
  const questions = [
    { type: 'Selection', includeFlag: true, options: [{ points: 1 }, { points: 5 }] },
    { type: 'Selection', includeFlag: false, options: [{ points: 100 }] },
    { type: 'Selection', options: [{ points: 3 }, { points: null }] },
    { type: 'OpenEnded', includeFlag: true },
  ].map((row) => questionShape.parse(row));
  expect(mostPoints(questions)).toBe(8);
});
