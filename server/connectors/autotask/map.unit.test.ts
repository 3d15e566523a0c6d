import { describe, expect, test } from 'vitest';
import { toContract } from './contracts.ts';
import type { Labels } from './lookups.ts';
import { toCompany, toOpportunity, toPeriod, toSurvey, toTicket, toTimeEntry } from './map.ts';
import { parseRows } from './rows.ts';
import {
  Companies,
  Contacts,
  Contracts,
  Opportunities,
  SurveyResults,
  Tickets,
  TimeEntries,
} from './shapes.ts';

const LABELS: Readonly<Record<string, string>> = {
  'companyType 1': 'Customer',
  'contractType 7': 'Recurring Service',
  'contractPeriodType 2': 'Quarterly',
  'status 1': 'Active',
  'status 5': 'Done and dusted',
};
const labels: Labels = (field, value) => LABELS[`${field} ${value}`] ?? null;
const none = () => null;

describe('A row of Autotask', () => {
  test('is read however its fields are spelled, and whatever is missing or of another type', () => {
    expect(
      Contacts.parse({ Id: 3, CompanyID: '0', FirstName: ['Ada'], IsActive: 0, lastname: ' Berg ' }),
    ).toMatchObject({
      id: '3',
      companyID: '0',
      firstName: null,
      isActive: false,
      lastName: 'Berg',
      emailAddress: null,
    });
  });

  test('of an id that came already stands for it; one without an id is a problem', () => {
    const { rows, problems } = parseRows(Contacts, [
      { id: 3, title: 'CFO' },
      null,
      'x',
      { title: 'CEO' },
      { id: 3, title: 'CTO' },
    ]);
    expect(rows.map(({ id, title }) => [id, title])).toEqual([['3', 'CTO']]);
    expect(problems.map(({ message }) => message)).toEqual([
      'Contacts: null, expected a row with an id',
      'Contacts: "x", expected a row with an id',
      'Contacts: {"title":"CEO"}, expected a row with an id',
    ]);
  });
});

test('The company 0 is the MSP itself; a type without a label keeps its number', () => {
  const names = { labels, resources: none, currencies: none };
  expect(toCompany(Companies.parse({ id: 0, companyName: 'We', companyType: 1 })!, names)).toMatchObject({
    internal: true,
    types: ['Customer'],
    active: true,
    status: null,
  });
  expect(
    toCompany(Companies.parse({ id: 8, companyName: 'They', companyType: 99, isActive: false })!, names),
  ).toMatchObject({ internal: false, types: ['99'], active: false, status: 'Inactive' });
  expect(toCompany(Companies.parse({ id: 8 })!, names)).toBe('companyName: nothing, expected a name');
});

describe('A contract', () => {
  const row = {
    id: 7,
    contractName: 'Care',
    contractType: 7,
    status: 1,
    contractPeriodType: 2,
    startDate: '2026-01-15T00:00:00',
    endDate: '2027-01-14T00:00:00',
    estimatedRevenue: 1000,
  };
  const contract = (more: object, servicesHidden: boolean) =>
    toContract(Contracts.parse({ ...row, ...more })!, { labels, currency: 'EUR', servicesHidden });

  test('has no amount of its own while its services can be seen', () => {
    expect(contract({}, false)).toMatchObject({
      amount: null,
      recurring: true,
      active: true,
      startOn: '2026-01-15',
      endOn: '2027-01-14',
      period: { label: 'Quarterly', cycle: 'quarterly' },
      currency: 'EUR',
      notice: null,
    });
  });

  test.each([
    ['twelve months', {}, '83.33'],
    ['thirteen months and half of one', { endDate: '2027-02-28' }, '71.43'],
    ['less than a month', { endDate: '2026-01-20' }, '1000.00'],
  ])('whose services are hidden has the estimated revenue by the month: %s', (_, more, amount) => {
    expect(contract(more, true)).toMatchObject({
      amount,
      period: { cycle: 'monthly' },
      notice: expect.stringContaining('Estimated'),
    });
  });

  test('of another type is never estimated', () => {
    expect(contract({ contractType: 4 }, true)).toMatchObject({
      amount: null,
      recurring: false,
      type: '4',
      notice: null,
    });
  });
});

test.each([
  [null, null, null],
  ['2', 'Semi-Annual', { code: 'Semi-Annual', label: 'Semi-Annual', cycle: 'semiannual', certain: true }],
  ['2', 'Every 10 weeks', { code: 'Every 10 weeks', label: 'Every 10 weeks', cycle: null, certain: false }],
  ['m', null, { code: 'm', label: 'm', cycle: 'monthly', certain: false }],
  ['8', null, { code: '8', label: '8', cycle: null, certain: false }],
])('The period %s with the label %s', (value, label, period) => {
  expect(toPeriod(value, label)).toEqual(period);
});

test('A ticket is closed with the status 5, whatever that is called; its times are UTC', () => {
  const row = {
    id: 9,
    status: 5,
    createDate: '2026-03-30T13:10:35.563',
    completedDate: '2026-03-31T08:00:00Z',
    projectID: 0,
  };
  expect(toTicket(Tickets.parse(row)!, labels)).toMatchObject({
    number: '9',
    kind: 'service',
    status: 'Done and dusted',
    closed: true,
    createdAt: '2026-03-30T13:10:35.563Z',
    closedAt: '2026-03-31T08:00:00.000Z',
  });
  expect(toTicket(Tickets.parse({ ...row, status: 1, projectID: 4 })!, labels)).toMatchObject({
    kind: 'project',
    closed: false,
    closedAt: null,
  });
  expect(toTicket(Tickets.parse({ id: 9 })!, labels)).toContain('createDate');
});

test('Hours are of the kind of their ticket, of a project by their task, or of neither', () => {
  const entry = (row: object) => {
    const parsed = TimeEntries.parse({
      id: 1,
      dateWorked: '2026-03-30T00:00:00',
      hoursWorked: 1.25,
      ...row,
    })!;
    return toTimeEntry(parsed, { resources: none, projectTickets: new Set(['6']) });
  };
  expect(entry({ ticketID: 5 })).toMatchObject({
    company: null,
    ticket: '5',
    kind: 'service',
    workedOn: '2026-03-30',
    hours: '1.25',
    billable: true,
  });
  expect(entry({ ticketID: 6, isNonBillable: true })).toMatchObject({ kind: 'project', billable: false });
  expect(entry({ taskID: 5 })).toMatchObject({ kind: 'project' });
  expect(entry({})).toMatchObject({ kind: 'other' });
  expect(entry({ hoursWorked: null })).toContain('hoursWorked');
});

test('What an opportunity would bring a month is of all its periods together', () => {
  const opportunity = (row: object) =>
    toOpportunity(Opportunities.parse({ id: 1, title: 'More', ...row })!, {
      labels: (_, value) => value,
      resources: none,
    });
  expect(
    opportunity({
      monthlyRevenue: 100,
      quarterlyRevenue: 30,
      semiannualRevenue: 60,
      yearlyRevenue: 100,
      onetimeRevenue: 5,
      amount: 9,
    }),
  ).toMatchObject({ monthly: '128.33', oneTime: '5' });
  expect(opportunity({ amount: 9 })).toMatchObject({ monthly: null, oneTime: '9' });
  expect(
    ['Active', 'Lost', 'Closed', 'Implemented', 'Not Ready To Buy'].map(
      (status) => (opportunity({ status }) as { state: string }).state,
    ),
  ).toEqual(['open', 'lost', 'won', 'won', 'open']);
  expect(opportunity({ lostDate: '2026-01-01' })).toMatchObject({ state: 'lost' });
});

test('A survey has its rating as a score, as nobody knows how far the scale goes', () => {
  const row = SurveyResults.parse({ id: 1, contactID: 3, completeDate: '2026-03-30', surveyRating: 5 })!;
  const survey = toSurvey(row, (id) => `${id}@client.example`);
  expect(survey).toMatchObject({ rating: null, score: '5', email: '3@client.example' });
});
