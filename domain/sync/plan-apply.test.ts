import { expect, test } from 'vitest';
import { definitions } from '../portfolio/test-company.ts';
import type { ApplyInput } from './apply/input.ts';
import { planApply } from './plan-apply.ts';
import type { BillingPeriod, ContractLineRecord, ContractRecord } from './records.ts';
import { carriedOut } from './testing/carried-out.ts';
import {
  applyInput,
  company,
  contact,
  contract,
  line,
  MONTHLY,
  mirror,
  type SomeMirror,
} from './testing/some-records.ts';

const period = (cycle: BillingPeriod['cycle'], label: string): BillingPeriod => ({
  ...{ code: label, label, cycle, certain: cycle !== null },
});
const YEARLY = period('annual', 'Yearly');
const QUARTERLY = period('quarterly', 'Quarterly');
const LUNAR = period(null, 'Every 4 weeks');

function planOf(own: SomeMirror, input: Partial<ApplyInput> = {}) {
  return planApply(applyInput({ mirror: mirror({ companies: { '250': company() }, ...own }), ...input }));
}

/** The MRR of Acme Dental with one contract, 9, and these lines. */
function mrrOf(own: Partial<ContractRecord>, lines: readonly Partial<ContractLineRecord>[] = []) {
  const contractLines = Object.fromEntries(lines.map((fields, i) => [String(i + 1), line(fields)]));
  return planOf({ contracts: { '9': contract(own) }, contractLines }).mrr.after;
}

test.each<[string, Partial<ContractRecord>, readonly Partial<ContractLineRecord>[], number]>([
  [
    'ConnectWise: a monthly amount of 1000, 20 of 25 seats at 40, free lines and cancelled ones',
    { amount: '1000' },
    [
      { quantity: '20', unitPrice: '40' },
      { quantity: '10', unitPrice: '9', billable: false },
      { quantity: '5', unitPrice: '99', cancelledOn: '2026-06-01' },
    ],
    180000,
  ],
  [
    'ConnectWise: a yearly amount of 12000 and an addition of 600',
    { amount: '12000', period: YEARLY },
    [{ unitPrice: '600' }],
    105000,
  ],
  ['ConnectWise: a one-time amount of 5000', { amount: '5000', recurring: false }, [], 0],
  [
    'ConnectWise: 3000 a quarter, and an addition that is to come',
    { amount: '3000', period: QUARTERLY },
    [{ unitPrice: '50', startOn: '2027-01-01' }],
    100000,
  ],
  ['Autotask: 20 units at 100 a month', {}, [{ quantity: '20', unitPrice: '100', period: MONTHLY }], 200000],
  [
    'Autotask: a yearly service of 1200 in a monthly contract',
    {},
    [{ unitPrice: '1200', period: YEARLY }],
    10000,
  ],
  ['Autotask: a one-time service', {}, [{ unitPrice: '500', oneTime: true }], 0],
  ['Autotask: time and material', { recurring: false }, [{ unitPrice: '500' }], 0],
  [
    'HaloPSA: ten at 25 a month, one at 1200 a year, 500 once',
    { period: null },
    [
      { quantity: '10', unitPrice: '25', period: MONTHLY },
      { unitPrice: '1200', period: YEARLY },
      { unitPrice: '500', oneTime: true },
    ],
    35000,
  ],
  ['HaloPSA: a period that nobody knows', {}, [{ unitPrice: '70', period: LUNAR }], 0],
  ['a flat amount of such a period', { amount: '70', period: LUNAR }, [], 0],
  ['an amount without any period', { amount: '70', period: null }, [], 0],
  ['a contract that is inactive', { amount: '70', active: false }, [], 0],
  ['one that has ended', { amount: '70', endOn: '2026-11-29' }, [], 0],
  ['one that ends before it starts', { amount: '70', startOn: '2027-01-01', endOn: '2026-12-31' }, [], 0],
  ['a credit', { amount: '1000' }, [{ unitPrice: '-100.50' }], 89950],
  ['prices in fractions of a cent', {}, [{ quantity: '1000', unitPrice: '0.0125' }], 1250],
  [
    'fractions that are rounded once, after they are a month’s worth',
    { period: QUARTERLY },
    [{ quantity: '3', unitPrice: '0.0451' }],
    5,
  ],
])('MRR: %s', (_, own, lines, cents) => {
  expect(mrrOf(own, lines)).toBe(cents);
});

test('a period that is not mapped is told with what is billed by it, and counts once it is', () => {
  const halo: SomeMirror = {
    contracts: { '9': contract() },
    contractLines: {
      '1': line({ unitPrice: '70', period: LUNAR }),
      '2': line({ unitPrice: '30', period: { ...QUARTERLY, certain: false } }),
    },
  };
  const unmapped = planOf(halo);
  expect(unmapped.unmappedPeriods).toEqual([
    { code: 'Every 4 weeks', label: 'Every 4 weeks', proposed: null, items: 1 },
    { code: 'Quarterly', label: 'Quarterly', proposed: 'quarterly', items: 1 },
  ]);
  expect(unmapped.files.contract_lines.rows).toMatchObject([
    { key: 'connectwise-1', cycle: '', unmappedCycle: 'Every 4 weeks' },
    { key: 'connectwise-2', cycle: '', unmappedCycle: 'Quarterly' },
  ]);
  const periods = { 'Every 4 weeks': 'monthly', Quarterly: 'quarterly' } as const;
  const settings = { ...applyInput().settings, periods };
  expect(planOf(halo, { settings })).toMatchObject({ unmappedPeriods: [], mrr: { after: 8000 } });
});

test('a contract without a company is kept back and told; one of a company that is left out is not', () => {
  const plan = planOf({
    companies: { '250': company(), '251': company({ name: 'Cables', types: ['Vendor'] }) },
    contracts: {
      '1': contract({ company: null, name: 'Spare' }),
      '2': contract({ company: '999', name: 'Of nobody' }),
      '3': contract({ company: '251' }),
    },
  });
  expect(plan.files.contracts.rows).toEqual([]);
  expect(plan.warnings).toEqual([
    {
      kind: 'no company',
      count: 2,
      message: '2 contracts name no company of ConnectWise PSA: "Spare", "Of nobody"',
    },
  ]);
});

test('a contract in a currency without a rate is told', () => {
  const own = { contracts: { '9': contract({ currency: 'EUR', amount: '100' }) } };
  expect(planOf(own)).toMatchObject({ mrr: { after: 0 }, warnings: [{ kind: 'other currency', count: 1 }] });
  const rules = definitions({ exchangeRates: new Map([['EUR', '1.1']]) });
  expect(planOf(own, { rules })).toMatchObject({ mrr: { after: 11000 }, warnings: [] });
});

const OURS = { key: 'ours', company: 'acme', name: 'By hand', amount: '100.00', cycle: 'monthly' };

test.each<
  [string, readonly Record<string, string>[], Partial<ContractRecord>, Record<string, string>, string | null]
>([
  [
    'two entered here',
    [OURS, { ...OURS, key: 'imported', name: 'Imported' }],
    {},
    {},
    '"Acme Dental" has 2 contracts entered here beside those of ConnectWise PSA: both count. Exclude or end those entered here.',
  ],
  [
    'one entered here, and others that are over or excluded, or make no MRR',
    [
      OURS,
      { ...OURS, key: 'inactive', status: 'inactive' },
      { ...OURS, key: 'over', end: '2026-11-29' },
      { ...OURS, key: 'excluded', excluded: 'true' },
      { ...OURS, key: 'once', cycle: 'onetime' },
    ],
    {},
    {},
    '"Acme Dental" has 1 contract entered here beside those of ConnectWise PSA: both count. Exclude or end the one entered here.',
  ],
  ['none entered here', [], {}, {}, null],
  ['entered here, of another company', [{ ...OURS, company: 'beta' }], {}, {}, null],
  ['the PSA’s contract is inactive', [OURS], { active: false }, {}, null],
  ['the PSA’s makes no MRR', [OURS], { recurring: false }, {}, null],
  ['an override says the MRR', [OURS], {}, { mrrOverride: '500.00' }, null],
])('MRR that may be counted twice: %s', (_, entered, theirs, acme, message) => {
  const companies = [
    { key: 'acme', name: 'Acme Dental', ...acme },
    { key: 'beta', name: 'Beta' },
  ];
  const byKey = (rows: readonly Record<string, string>[]) => new Map(rows.map((row) => [row.key!, row]));
  const { present } = applyInput();
  const input = applyInput({
    mirror: mirror({
      companies: { '250': company() },
      contracts: { '9': contract({ amount: '70', ...theirs }) },
    }),
    present: { ...present, companies: byKey(companies), contracts: byKey(entered) },
  });
  const plan = planApply(input);
  const count = message?.includes('2 contracts') ? 2 : 1;
  expect(plan.warnings).toEqual(message === null ? [] : [{ kind: 'counted twice', count, message }]);
  const next = carriedOut(input, plan);
  expect(planApply(next).warnings).toEqual(plan.warnings);
});

test('of companies whose MRR may be counted twice, twenty are told by name and the others by how many', () => {
  const names = Array.from({ length: 22 }, (_, i) => `Client ${10 + i}`);
  const { present } = applyInput();
  const plan = planApply(
    applyInput({
      mirror: mirror({
        companies: Object.fromEntries(names.map((name, i) => [String(i), company({ name })])),
        contracts: Object.fromEntries(
          names.map((_, i) => [String(i), contract({ company: String(i), amount: '9' })]),
        ),
      }),
      present: {
        ...present,
        companies: new Map(names.map((name) => [name, { key: name, name }])),
        contracts: new Map(names.map((name) => [`by hand ${name}`, { ...OURS, company: name }])),
      },
    }),
  );
  expect(plan.warnings).toHaveLength(21);
  expect(plan.warnings[0]!.message).toContain('"Client 10"');
  expect(plan.warnings[20]).toEqual({
    kind: 'counted twice',
    count: 2,
    message:
      '2 more companies have contracts entered here beside those of ConnectWise PSA: both count. Exclude or end those entered here.',
  });
});

test('lines of a contract that the PSA does not list stand in one of their company', () => {
  const plan = planOf({
    contractLines: {
      '1': line({ contract: null, unitPrice: '25', period: MONTHLY }),
      '2': line({ contract: '777', unitPrice: '25', period: MONTHLY }),
      '3': line({ contract: null, unitPrice: '25' }),
      '4': line({ contract: null, company: null, description: 'Lost' }),
    },
  });
  expect(plan.files.contracts.rows).toMatchObject([
    { name: 'Billed without a contract', company: 'connectwise-250' },
  ]);
  expect(plan.files.contract_lines.rows).toMatchObject([
    { key: 'connectwise-1', cycle: 'monthly' },
    { key: 'connectwise-2', cycle: 'monthly' },
    { key: 'connectwise-3', cycle: '', unmappedCycle: 'none given' },
  ]);
  expect(plan.mrr.after).toBe(5000);
  expect(plan.warnings).toMatchObject([{ kind: 'no contract', count: 1 }]);
});

test('what is gone is deactivated, and comes back as it was', () => {
  const whole: SomeMirror = {
    companies: { '250': company() },
    contacts: { '5': contact() },
    contracts: { '9': contract({ amount: '100' }) },
    contractLines: { '1': line({ unitPrice: '50' }) },
  };
  const first = applyInput({ mirror: mirror(whole) });
  const onboarding = carriedOut(first, planApply(first));
  const stored = onboarding.present.companies.get('connectwise-250')!;
  const companies = new Map([['connectwise-250', { ...stored, stage: 'onboarding' }]]);
  const before: ApplyInput = { ...onboarding, present: { ...onboarding.present, companies } };

  const emptied: ApplyInput = { ...before, mirror: mirror(), today: '2026-12-01' };
  const gone = planApply(emptied);
  expect(gone.companies).toMatchObject([
    { action: 'deactivate', reason: 'Deactivated because it is no longer in ConnectWise PSA' },
  ]);
  expect(gone.files).toMatchObject({
    companies: { rows: [{ stage: 'offboarded', offboardedOn: '2026-12-01' }], updated: 1 },
    contacts: { rows: [{ active: 'false' }] },
    contracts: { rows: [{ status: 'inactive' }] },
    contract_lines: { rows: [{ cancelledOn: '2026-12-01' }, { cancelledOn: '2026-12-01' }] },
  });
  expect(gone.links.map(({ goneOn }) => goneOn)).toEqual(Array(5).fill('2026-12-01'));

  const later: ApplyInput = { ...carriedOut(emptied, gone), today: '2026-12-05' };
  expect(planApply(later).companies).toMatchObject([{ action: 'keep' }]);
  const back: ApplyInput = { ...later, mirror: mirror(whole) };
  const returned = planApply(back);
  expect(returned.companies).toMatchObject([{ action: 'bring back', reason: 'Back in ConnectWise PSA' }]);
  expect(carriedOut(back, returned).present).toEqual(before.present);
});

test('a contract that is gone takes its lines along, whether or not they are still listed', () => {
  const companies = { '250': company() };
  const contractLines = { '1': line({ unitPrice: '50' }) };
  const first = applyInput({ mirror: mirror({ companies, contracts: { '9': contract() }, contractLines }) });
  const next = { ...carriedOut(first, planApply(first)), mirror: mirror({ companies, contractLines }) };
  expect(planApply(next)).toMatchObject({ mrr: { before: 5000, after: 0 } });
  expect(planApply(next).files.contract_lines.rows).toMatchObject([{ cancelledOn: '2026-11-30' }]);
});

test('a kind that was never read tells nothing to be gone', () => {
  const first = applyInput({
    mirror: mirror({ companies: { '250': company() }, contacts: { '5': contact() } }),
  });
  const next = { ...carriedOut(first, planApply(first)), mirror: mirror({ read: new Set() }) };
  expect(planApply(next)).toMatchObject({ links: [], companies: [{ action: 'keep' }] });
});

test('owner: only where a user stands for the PSA’s, and nobody here has chosen another', () => {
  const settings = { ...applyInput().settings, users: { 'Morgan Lee': 'morgan', 'Sam Ortega': 'sam' } };
  const users = new Set(['morgan', 'sam', 'ada']);
  const of = (owner: string) => mirror({ companies: { '250': company({ owner }) } });
  const first = applyInput({ settings, users, mirror: of('Morgan Lee') });
  const given = carriedOut(first, planApply(first));
  const ownerAfter = (input: ApplyInput) =>
    carriedOut(input, planApply(input)).present.companies.get('connectwise-250')!.owner;
  expect(ownerAfter(first)).toBe('morgan');
  expect(ownerAfter({ ...given, mirror: of('Sam Ortega') })).toBe('sam');
  expect(ownerAfter({ ...given, mirror: of('Somebody Else') })).toBe('morgan');
  const chosen = new Map([
    ['connectwise-250', { ...given.present.companies.get('connectwise-250')!, owner: 'ada' }],
  ]);
  const byHand = { ...given, present: { ...given.present, companies: chosen } };
  expect(ownerAfter({ ...byHand, mirror: of('Sam Ortega') })).toBe('ada');
});

test('what only the PSA knows sometimes stays ours where it does not', () => {
  const acme = {
    key: 'acme',
    name: 'acme dental',
    industry: 'Dentists',
    yearEstablished: '1990',
    tags: 'Standard',
  };
  const empty = applyInput();
  const companies = { '250': company({ yearEstablished: 1985, annualRevenue: '1200000' }) };
  const plan = planApply({
    ...empty,
    present: { ...empty.present, companies: new Map([['acme', acme]]) },
    mirror: mirror({
      companies,
      sites: { '1': { company: '250', active: true }, '2': { company: '250', active: false } },
    }),
  });
  expect(plan.companies).toMatchObject([
    { key: 'acme', action: 'match', reason: 'Matched to the existing "acme dental" by name' },
  ]);
  expect(plan.files.companies.rows).toEqual([
    {
      ...{ key: 'acme', name: 'Acme Dental', stage: '', industry: 'Dentists', yearEstablished: '1985' },
      ...{ yearlyRevenue: '1200000.00', locations: '1', employeesSynced: '', dateAcquired: '' },
      ...{ owner: '', offboardedOn: '' },
    },
  ]);
});

test('tickets and hours a month: a third of 90 days, to two places; nothing until they are read', () => {
  expect(planOf({}).files.facts.rows).toEqual([]);
  const tickets = new Map([['250', 100]]);
  const hours = new Map([['250', '12.5']]);
  expect(planOf({ tickets, hours }).files.facts.rows).toEqual([
    { company: 'connectwise-250', fact: 'tickets_per_month', value: '33.33', asOf: '2026-11-30' },
    { company: 'connectwise-250', fact: 'support_hours_per_month', value: '4.17', asOf: '2026-11-30' },
  ]);
  expect(planOf({ tickets: new Map() }).files.facts.rows).toMatchObject([{ value: '0' }]);
});

test.each<[string | null, string | undefined]>([
  ['5', 'positive'],
  ['4', 'positive'],
  ['3.5', 'neutral'],
  ['2', 'negative'],
  ['great', undefined],
  [null, undefined],
])('a survey’s score of %s on a scale that an admin has told: %s', (score, rating) => {
  const survey = { rating: null, score, comment: null, email: null, answeredAt: '2026-11-20T08:30:00Z' };
  const surveys = { '1': { ...survey, company: '250', key: null, ticket: null } };
  const settings = { ...applyInput().settings, scores: { positiveFrom: 4, negativeTo: 2 } };
  expect(planOf({ surveys }, { settings }).files.csat.rows[0]?.rating).toBe(rating);
  expect(planOf({ surveys }).files.csat.rows).toEqual([]);
});

test('surveys come in once their rating and their company are known', () => {
  const survey = {
    ...({ rating: 'positive', score: null, comment: 'Quick!', email: 'ada@acme.example' } as const),
    ...{ answeredAt: '2026-11-20T08:30:00.000Z', company: '250', key: null, ticket: '4711' },
  };
  const surveys = {
    '1': survey,
    '2': { ...survey, rating: null },
    '3': { ...survey, company: '999' },
    '4': { ...survey, company: null, key: 'connectwise-250', rating: 'negative' as const },
  };
  expect(planOf({ surveys }).files.csat.rows).toEqual([
    {
      ...{ key: 'connectwise-1', company: 'connectwise-250', answeredAt: '2026-11-20T08:30:00Z' },
      ...{ rating: 'positive', comment: 'Quick!', contact: 'ada@acme.example' },
      ...{ source: 'ConnectWise PSA', about: 'Ticket 4711', withdrawn: '' },
    },
    expect.objectContaining({ key: 'connectwise-4', rating: 'negative' }),
  ]);
});

test('a survey that is gone or without a rating is withdrawn until it is back; without a company it stays as it was', () => {
  const survey = {
    ...({ rating: 'positive', score: null, comment: null, email: null } as const),
    ...{ answeredAt: '2026-11-20T08:30:00.000Z', company: '250', key: null, ticket: null },
  };
  const companies = { '250': company() };
  const all = { gone: survey, unrated: survey, lost: survey };
  const whole = mirror({ companies, surveys: all });
  const first = applyInput({ mirror: whole });
  const before = carriedOut(first, planApply(first));

  const surveys = { unrated: { ...survey, rating: null }, lost: { ...survey, company: null } };
  const emptied: ApplyInput = { ...before, mirror: mirror({ companies, surveys }) };
  const plan = planApply(emptied);
  expect(plan.files.csat.rows).toEqual([
    expect.objectContaining({ key: 'connectwise-gone', rating: 'positive', withdrawn: 'true' }),
    expect.objectContaining({ key: 'connectwise-unrated', rating: 'positive', withdrawn: 'true' }),
  ]);
  const after = carriedOut(emptied, plan);
  expect(planApply(after)).toMatchObject({ links: [], files: { csat: { rows: [] } } });
  const back: ApplyInput = { ...after, mirror: whole };
  expect(carriedOut(back, planApply(back)).present).toEqual(before.present);

  const deletedHere = new Map([...before.present.csat].filter(([key]) => key !== 'connectwise-gone'));
  const without = { ...emptied, present: { ...emptied.present, csat: deletedHere } };
  expect(planApply(without).files.csat.rows).toMatchObject([{ key: 'connectwise-unrated' }]);
});
