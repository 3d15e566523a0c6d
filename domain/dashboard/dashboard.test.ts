import { expect, test } from 'vitest';
import { companyScope, everyCompany } from '../access/company-scope.ts';
import type { Grants } from '../access/grants.ts';
import { fraction } from '../money/fraction.ts';
import type { Definitions } from '../portfolio/definitions.ts';
import type { CompanyFigures } from '../portfolio/figures.ts';
import { dashboard } from './dashboard.ts';
import { type DashboardQuery, WHOLE_DASHBOARD } from './query.ts';
import { cell, company, definitionsOf, NO_GRANTS, user } from './testing/small-workspace.ts';
import { ASOF, portfolioOf } from './testing/world.ts';

const [AT_RISK, NEEDS_ATTENTION, SATISFACTORY] = [0, 1, 2];
const [FILTERING, BACKUP, PHONES] = [0, 1, 2];

const definitions = definitionsOf([
  { id: 'filtering', name: 'Web filtering', tags: ['Standard'] },
  { id: 'backup', name: 'Backup', tags: ['Standard', 'Premium'], weight: '2' },
  { id: 'phones', name: 'Phones' },
  { id: 'firewall', name: 'Firewall', tags: ['Premium'] },
]);

/** Acme and Birch are well known, Cedar's headcount is not, Dune has no scores, Elm is only a prospect. */
const acme = company('acme', {
  name: 'Acme',
  tags: ['Standard'],
  mrr: 310_000,
  oneTime: 45_000,
  employees: 40,
  health: 81,
  status: SATISFACTORY,
  effort: 22,
  cells: [
    cell(FILTERING, 100, {}, { currentMrr: 40_000 }),
    cell(BACKUP, 50, { mrr: 20_000, oneTime: 10_000 }),
  ],
});
const birch = company('birch', {
  name: 'Birch',
  mrr: 100_000,
  employees: 10,
  health: 30,
  status: AT_RISK,
  effort: 80,
  cells: [
    cell(FILTERING, 0, { mrr: 40_000 }),
    cell(BACKUP, 0, { mrr: 30_000 }),
    cell(PHONES, 0, { oneTime: 60_000 }),
  ],
});
const cedar = company('cedar', {
  name: 'Cedar',
  tags: ['Premium'],
  mrr: 200_000,
  health: 60,
  status: NEEDS_ATTENTION,
  effort: 50,
  cells: [cell(PHONES, 100)],
});
const dune = company('dune', { name: 'Dune', mrr: 50_000, employees: 0 });
const elm = company('elm', {
  name: 'Elm',
  current: false,
  mrr: 999_900,
  employees: 900,
  cells: [cell(PHONES, 0, { mrr: 500 })],
});
const companies = [elm, dune, cedar, birch, acme];

const grants: Grants = {
  ...NO_GRANTS,
  users: [user('dana', 'Dana'), user('kim', 'Kim')],
  securityGroups: [
    { id: 'all', name: 'All companies', allCompanies: true, companies: [], users: ['dana', 'kim'] },
  ],
  accountGroups: [
    {
      id: 'east',
      name: 'East',
      description: null,
      allCompanies: false,
      companies: ['acme', 'cedar', 'elm'],
      members: ['kim'],
      accountManagers: ['dana'],
    },
  ],
  accountManagerCompanies: [{ user: 'dana', company: 'birch' }],
};

function show(
  query: Partial<DashboardQuery> = {},
  {
    viewer,
    from = companies,
    by = definitions,
  }: { viewer?: string; from?: CompanyFigures[]; by?: Definitions } = {},
) {
  const scope = viewer === undefined ? everyCompany : companyScope(grants, viewer);
  return dashboard(portfolioOf(by, from), {
    grants,
    scope,
    query: { ...WHOLE_DASHBOARD, ...query },
    asOf: ASOF,
  });
}

const companiesWith = (query: Partial<DashboardQuery>, viewer?: string) =>
  show({ rank: 'mrr', ...query }, viewer === undefined ? {} : { viewer }).stackByCustomer.rows.map(
    (row) => row.name,
  );

test('the whole workspace: four current clients, in dollars and cents', () => {
  const { segments, stackAlignment, stackOpportunity, ...shown } = show();
  expect(shown).toEqual({
    asOf: ASOF,
    currency: 'USD',
    companies: 4,
    health: [
      { status: 'At risk', color: '#D55E00', companies: 1, share: 0.25 },
      { status: 'Needs attention', color: '#F0E442', companies: 1, share: 0.25 },
      { status: 'Satisfactory', color: '#009E73', companies: 1, share: 0.25 },
      { status: 'No score', color: '#8A8F98', companies: 1, share: 0.25 },
    ],
    opportunityByHealth: [
      { status: 'At risk', mrr: 70_000, oneTime: 60_000, total: 130_000, share: 0.8125 },
      { status: 'Needs attention', mrr: 0, oneTime: 0, total: 0, share: 0 },
      { status: 'Satisfactory', mrr: 20_000, oneTime: 10_000, total: 30_000, share: 0.1875 },
      { status: 'No score', mrr: 0, oneTime: 0, total: 0, share: 0 },
    ],
    stackByCustomer: {
      rows: [
        {
          id: 'birch',
          name: 'Birch',
          mrrOpportunity: 70_000,
          oneTimeOpportunity: 60_000,
          mrr: 100_000,
          oneTime: 0,
          alignment: 0,
        },
        {
          id: 'acme',
          name: 'Acme',
          mrrOpportunity: 20_000,
          oneTimeOpportunity: 10_000,
          mrr: 310_000,
          oneTime: 45_000,
          alignment: 200 / 3,
        },
        {
          id: 'cedar',
          name: 'Cedar',
          mrrOpportunity: 0,
          oneTimeOpportunity: 0,
          mrr: 200_000,
          oneTime: 0,
          alignment: 100,
        },
        {
          id: 'dune',
          name: 'Dune',
          mrrOpportunity: 0,
          oneTimeOpportunity: 0,
          mrr: 50_000,
          oneTime: 0,
          alignment: null,
        },
      ],
      totals: { mrrOpportunity: 90_000, oneTimeOpportunity: 70_000, total: 160_000 },
      selected: null,
    },
  });
});

test('segments by value: the median of the four is between $1,000 and $2,000', () => {
  expect(show().segments).toEqual({
    value: 'total',
    valueMidpoint: 150_000,
    effortMidpoint: 50,
    averageEmployees: 50 / 3,
    quadrants: [
      { id: 'high_value_low_effort', name: 'Most profitable', companies: 1 },
      { id: 'high_value_high_effort', name: 'Meet most often', companies: 1 },
      { id: 'low_value_low_effort', name: 'Risk of silent churn', companies: 0 },
      { id: 'low_value_high_effort', name: 'Reprice or reduce effort', companies: 1 },
    ],
    notPlaced: 1,
    points: [
      point(acme, 310_000, 'Satisfactory', 'high_value_low_effort'),
      point(birch, 100_000, 'At risk', 'low_value_high_effort'),
      point(cedar, 200_000, 'Needs attention', 'high_value_high_effort'),
    ],
  });
});

test('segments by value per seat: clients without known employees, or with none, are not placed', () => {
  const { valueMidpoint, notPlaced, points } = show({ value: 'perSeat' }).segments;
  expect({ valueMidpoint, notPlaced, points }).toEqual({
    valueMidpoint: 8875,
    notPlaced: 2,
    points: [
      point(acme, 7750, 'Satisfactory', 'low_value_low_effort'),
      point(birch, 10_000, 'At risk', 'high_value_high_effort'),
    ],
  });
});

function point(
  { id, name, effort, health, employees }: CompanyFigures,
  value: number,
  status: string,
  quadrant: string,
) {
  return { id, name, value, effort, health, status, employees, quadrant };
}

test('a value midpoint that the workspace fixed holds instead of the median', () => {
  const fixed = definitionsOf([], { valueMidpoint: 200_001, seatValueMidpoint: 0, effortMidpoint: '22' });
  const from = [acme, cedar].map((c) => ({ ...c, cells: [] }));
  const quadrants = (query: Partial<DashboardQuery>) =>
    show(query, { from, by: fixed }).segments.points.map(({ id, quadrant }) => `${id} ${quadrant}`);
  expect(quadrants({})).toEqual(['acme high_value_high_effort', 'cedar low_value_high_effort']);
  expect(quadrants({ value: 'perSeat' })).toEqual(['acme high_value_high_effort']);
});

test('the sunburst: an item stands under each of its tags with its full dollars, the middle counts it once', () => {
  expect(show().stackOpportunity).toEqual({
    mrr: 90_000,
    oneTime: 70_000,
    total: 160_000,
    tags: [
      {
        tag: 'Standard',
        mrr: 90_000,
        oneTime: 10_000,
        total: 100_000,
        share: 100 / 220,
        items: [
          { id: 'backup', name: 'Backup', mrr: 50_000, oneTime: 10_000, total: 60_000, shareOfTag: 0.6 },
          { id: 'filtering', name: 'Web filtering', mrr: 40_000, oneTime: 0, total: 40_000, shareOfTag: 0.4 },
        ],
      },
      {
        tag: null,
        mrr: 0,
        oneTime: 60_000,
        total: 60_000,
        share: 60 / 220,
        items: [{ id: 'phones', name: 'Phones', mrr: 0, oneTime: 60_000, total: 60_000, shareOfTag: 1 }],
      },
      {
        tag: 'Premium',
        mrr: 50_000,
        oneTime: 10_000,
        total: 60_000,
        share: 60 / 220,
        items: [{ id: 'backup', name: 'Backup', mrr: 50_000, oneTime: 10_000, total: 60_000, shareOfTag: 1 }],
      },
    ],
  });
});

test('stack alignment: Firewall applies to nobody and is left out; equal opportunity is in the order of names', () => {
  const bar = (id: string, name: string, amounts: number[], [aligned, applicable]: [number, number]) => {
    const [currentMrr, mrrOpportunity, oneTimeOpportunity] = amounts;
    return {
      id,
      name,
      currentMrr,
      mrrOpportunity,
      oneTimeOpportunity,
      applicable,
      aligned,
      alignedShare: aligned / applicable,
    };
  };
  expect(show().stackAlignment).toEqual([
    bar('backup', 'Backup', [0, 50_000, 10_000], [0, 2]),
    bar('phones', 'Phones', [0, 0, 60_000], [1, 2]),
    bar('filtering', 'Web filtering', [40_000, 40_000, 0], [1, 2]),
  ]);
});

test.each<[string, Partial<DashboardQuery>, string[]]>([
  ['no filter', {}, ['Acme', 'Cedar', 'Birch', 'Dune']],
  ['two companies', { company: ['acme', 'dune'] }, ['Acme', 'Dune']],
  ['a prospect', { company: ['elm'] }, []],
  ['two statuses', { health: ['At risk', 'No score'] }, ['Birch', 'Dune']],
  [
    'an account manager: assigned, or in a group that they manage',
    { accountManager: ['dana'] },
    ['Acme', 'Cedar', 'Birch'],
  ],
  ['a member of a group is not its manager', { accountManager: ['kim'] }, []],
  ['an account group', { accountGroup: ['east'] }, ['Acme', 'Cedar']],
  ['a segment', { segment: ['high_value_low_effort'] }, ['Acme']],
  ['a segment and those not placed', { segment: ['low_value_high_effort', 'not_placed'] }, ['Birch', 'Dune']],
  ['a segment by value per seat', { segment: ['low_value_low_effort'], value: 'perSeat' }, ['Acme']],
  ['a tag of the company', { tag: ['Premium'] }, ['Cedar']],
  ['a stack item: no company drops out', { stackItem: ['firewall'] }, ['Acme', 'Cedar', 'Birch', 'Dune']],
  ['two filters: both must fit', { accountGroup: ['east'], health: ['At risk', 'Satisfactory'] }, ['Acme']],
])('filter by %s', (_, query, names) => {
  expect(companiesWith(query)).toEqual(names);
});

test('a viewer sees their own companies only, in figures and in names', () => {
  expect(companiesWith({}, 'kim')).toEqual(['Acme', 'Cedar']);
  expect(companiesWith({ accountManager: ['dana'] }, 'kim')).toEqual(['Acme', 'Cedar']);
  expect(companiesWith({}, 'nobody')).toEqual([]);
  const { segments, stackOpportunity } = show({}, { viewer: 'kim' });
  expect(segments.valueMidpoint).toBe(150_000);
  expect(stackOpportunity.total).toBe(30_000);
});

test.each<[string, string | undefined, Partial<DashboardQuery>, object | null]>([
  ['whatever the filters', undefined, { company: ['cedar'] }, tile('acme', 'Acme', 20_000, 10_000)],
  ['in whatever stage', undefined, { selected: 'elm' }, tile('elm', 'Elm', 500, 0)],
  ['over the stack items that count', undefined, { stackItem: ['filtering'] }, tile('acme', 'Acme', 0, 0)],
  ['weighted like everything else', undefined, { weighted: true }, tile('acme', 'Acme', 10_000, 5_000)],
  ['unless the viewer may not see it', 'kim', { selected: 'birch' }, null],
])('the selected company is shown %s', (_, viewer, query, selected) => {
  const shown = show({ selected: 'acme', ...query }, viewer === undefined ? {} : { viewer });
  expect(shown.stackByCustomer.selected).toEqual(selected);
});

function tile(id: string, name: string, mrrOpportunity: number, oneTimeOpportunity: number) {
  return { id, name, mrrOpportunity, oneTimeOpportunity, total: mrrOpportunity + oneTimeOpportunity };
}

test('a stack item filter narrows opportunity and alignment, and leaves current revenue alone', () => {
  const { stackByCustomer, opportunityByHealth } = show({ stackItem: ['backup'], company: ['acme'] });
  expect(stackByCustomer.rows).toEqual([
    {
      id: 'acme',
      name: 'Acme',
      mrrOpportunity: 20_000,
      oneTimeOpportunity: 10_000,
      mrr: 310_000,
      oneTime: 45_000,
      alignment: 50,
    },
  ]);
  expect(opportunityByHealth.map((slice) => slice.total)).toEqual([0, 0, 30_000, 0]);
});

test('weighted: recommendations count by their chance, everywhere', () => {
  const { stackByCustomer, stackOpportunity, stackAlignment } = show({ weighted: true });
  expect(stackByCustomer.totals.total).toBe(80_000);
  expect(stackOpportunity.total).toBe(80_000);
  expect(stackAlignment[0]).toMatchObject({
    id: 'backup',
    mrrOpportunity: 25_000,
    oneTimeOpportunity: 5_000,
  });
});

test('the top ten: by alignment the least aligned first, those without alignment last', () => {
  const rows = show({ rank: 'alignment' }).stackByCustomer.rows;
  expect(rows.map(({ name, alignment }) => [name, alignment])).toEqual([
    ['Birch', 0],
    ['Acme', 200 / 3],
    ['Cedar', 100],
    ['Dune', null],
  ]);
});

test('of twelve equal companies the top ten are the first by name, then id, by code point', () => {
  const names = ['b', 'B', 'a', 'ä', '😀', 'ﬀ', 'b', 'b', 'b', 'b', 'b', 'b'];
  const from = names.map((name, i) => company(`c${String(i).padStart(2, '0')}`, { name }));
  const { rows } = show({}, { from }).stackByCustomer;
  expect(rows.map(({ id, name }) => `${name} ${id}`)).toEqual([
    'B c01',
    'a c02',
    'b c00',
    'b c06',
    'b c07',
    'b c08',
    'b c09',
    'b c10',
    'b c11',
    'ä c03',
  ]);
});

test('alignments that differ only beyond a double are still told apart', () => {
  const fine = (n: bigint) => cell(BACKUP, 0, {}, { alignment: fraction(n, 10n ** 30n) });
  const third = 10n ** 30n / 3n;
  const from = [company('a', { cells: [fine(third + 1n)] }), company('b', { cells: [fine(third)] })];
  const { rows } = show({ rank: 'alignment' }, { from }).stackByCustomer;
  expect(rows.map(({ id, alignment }) => [id, alignment])).toEqual([
    ['b', 1 / 3],
    ['a', 1 / 3],
  ]);
});

test('an empty workspace has figures that do not exist, not zeros', () => {
  const shown = show({}, { from: [] });
  expect(shown.segments).toMatchObject({
    valueMidpoint: null,
    averageEmployees: null,
    notPlaced: 0,
    points: [],
  });
  expect(shown.health.map((slice) => slice.share)).toEqual([0, 0, 0, 0]);
  expect(shown.stackOpportunity).toEqual({ mrr: 0, oneTime: 0, total: 0, tags: [] });
});
