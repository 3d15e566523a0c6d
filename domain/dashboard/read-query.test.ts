import fc from 'fast-check';
import { expect, test } from 'vitest';
import { companyScope, everyCompany } from '../access/company-scope.ts';
import type { Grants } from '../access/grants.ts';
import { dashboardChoices } from './known-values.ts';
import { WHOLE_DASHBOARD } from './query.ts';
import { readDashboardQuery } from './read-query.ts';
import { readRowsQuery } from './read-rows-query.ts';
import { company, definitionsOf, NO_GRANTS, user } from './testing/small-workspace.ts';
import { portfolioOf, scopeOf, worldArbitrary } from './testing/world.ts';

/** Room in time for many random cases while other tests run beside. */
const SLOW_MACHINE = 60_000;

const group = (id: string, companies: string[], accountManagers: string[], members: string[]) => ({
  id,
  name: `Group ${id}`,
  description: null,
  allCompanies: false,
  companies,
  accountManagers,
  members,
});

/** Kim sees Acme and Elm, through East; West's Birch and its manager Lee mean nothing to Kim. */
const grants: Grants = {
  ...NO_GRANTS,
  users: [
    user('kim', 'Kim'),
    user('lee', 'Lee'),
    user('dana', 'Dana'),
    user('max', 'Max', { accountManager: true }),
  ],
  securityGroups: [{ id: 'all', name: 'All companies', allCompanies: true, companies: [], users: ['kim'] }],
  accountGroups: [
    group('east', ['acme', 'elm'], [], ['kim']),
    group('west', ['birch'], ['lee'], []),
    group('empty', [], ['lee'], []),
    group('former', ['gone'], ['max'], []),
  ],
  accountManagerCompanies: [{ user: 'dana', company: 'elm' }],
};

const portfolio = portfolioOf(
  definitionsOf([
    { id: 'backup', name: 'Backup', tags: ['Premium'] },
    { id: 'fax', name: 'Fax', tags: ['Legacy'], retired: true },
  ]),
  [
    company('acme', { name: 'Acme', tags: ['Standard'] }),
    company('birch', { name: 'Birch', tags: ['Gold'] }),
    company('elm', { name: 'Elm', current: false }),
  ],
);
const kim = { grants, scope: companyScope(grants, 'kim') };
const commandLine = { grants, scope: everyCompany };

const read = (search: string, viewer = kim) =>
  readDashboardQuery(portfolio, viewer, new URLSearchParams(search));
const problems = (search: string, viewer = kim) => {
  const result = read(search, viewer);
  return 'problems' in result
    ? result.problems.map(({ parameter, message }) => `${parameter} | ${message}`)
    : [];
};

test('no parameters ask for the whole dashboard', () => {
  expect(read('')).toEqual({ value: WHOLE_DASHBOARD });
});

test('every parameter is understood, and filters may repeat', () => {
  const search =
    'company=acme&company=elm&health=At+risk&health=No+score&accountManager=dana&accountGroup=east&segment=not_placed' +
    '&tag=Standard&stackItem=backup&selected=elm&value=perSeat&rank=alignment&weighted=true';
  expect(read(search)).toEqual({
    value: {
      company: ['acme', 'elm'],
      health: ['At risk', 'No score'],
      accountManager: ['dana'],
      accountGroup: ['east'],
      segment: ['not_placed'],
      tag: ['Standard'],
      stackItem: ['backup'],
      selected: 'elm',
      value: 'perSeat',
      rank: 'alignment',
      weighted: true,
    },
  });
});

test.each([
  [
    'companies=acme',
    'companies | Unknown parameter "companies"; expected one of company, health, accountManager, accountGroup, segment, tag, stackItem, selected, value, rank, weighted, date',
  ],
  [
    '__proto__=1',
    '__proto__ | Unknown parameter "__proto__"; expected one of company, health, accountManager, accountGroup, segment, tag, stackItem, selected, value, rank, weighted, date',
  ],
  ['company=acme&company=nobody', 'company | company: there is no company "nobody"'],
  ['company=', 'company | company: there is no company ""'],
  ['selected=nobody', 'selected | selected: there is no company "nobody"'],
  ['health=Fine', 'health | health: "Fine" is none of At risk, Needs attention, Satisfactory, No score'],
  [
    'segment=best',
    'segment | segment: "best" is none of high_value_low_effort, high_value_high_effort, low_value_low_effort, low_value_high_effort, not_placed',
  ],
  ['tag=Bronze', 'tag | tag: there is no tag "Bronze"'],
  ['stackItem=phones', 'stackItem | stackItem: there is no stack item "phones"'],
  ['value=seat', 'value | value: "seat" is none of total, perSeat'],
  ['rank=name', 'rank | rank: "name" is none of opportunity, mrr, alignment'],
  ['weighted=1', 'weighted | weighted: "1" is none of false, true'],
  ['rank=mrr&rank=mrr', 'rank | rank may be given once only'],
  ['selected=acme&selected=elm', 'selected | selected may be given once only'],
  [
    'date=2026-01-01',
    'date | date: the dashboard shows today only, as history keeps no stack items, so 2026-01-01 cannot be shown; leave it out for today (GET /retention tells past months)',
  ],
])('%s is refused', (search, problem) => {
  expect(problems(search)).toEqual([problem]);
});

test('all problems are named at once', () => {
  expect(problems('value=seat&tag=Bronze&colour=red').map((problem) => problem.split(' ')[0])).toEqual([
    'value',
    'tag',
    'colour',
  ]);
});

test.each([
  ['company', 'birch', 'company'],
  ['selected', 'birch', 'company'],
  ['accountGroup', 'west', 'account group'],
  ['accountManager', 'lee', 'account manager'],
])(
  '%s=%s means nothing to Kim, in the words for what does not exist; the command line knows it',
  (parameter, id, word) => {
    expect(problems(`${parameter}=${id}`)).toEqual([
      `${parameter} | ${parameter}: there is no ${word} "${id}"`,
    ]);
    expect(problems(`${parameter}=nosuch`)).toEqual([
      `${parameter} | ${parameter}: there is no ${word} "nosuch"`,
    ]);
    expect(problems(`${parameter}=${id}`, commandLine)).toEqual([]);
  },
);

test('a group without companies, or of companies that are gone, is unknown to everybody, and so is its manager', () => {
  expect(problems('accountGroup=empty', commandLine)).toHaveLength(1);
  expect(problems('accountGroup=former', commandLine)).toHaveLength(1);
  expect(problems('accountManager=max', commandLine)).toHaveLength(1);
});

test('every tag and stack item of the workspace is known, those of unseen companies and retired items too', () => {
  expect(problems('tag=Gold&tag=Premium&tag=Legacy&stackItem=fax')).toEqual([]);
});

test('the menus offer what can find something', () => {
  expect(dashboardChoices(portfolio, kim)).toEqual({
    companies: [{ id: 'acme', name: 'Acme' }],
    healthStatuses: [
      { name: 'At risk', color: '#D55E00' },
      { name: 'Needs attention', color: '#F0E442' },
      { name: 'Satisfactory', color: '#009E73' },
      { name: 'No score', color: '#8A8F98' },
    ],
    accountManagers: [{ id: 'dana', name: 'Dana' }],
    accountGroups: [{ id: 'east', name: 'Group east' }],
    segments: [
      { id: 'high_value_low_effort', name: 'Most profitable' },
      { id: 'high_value_high_effort', name: 'Meet most often' },
      { id: 'low_value_low_effort', name: 'Risk of silent churn' },
      { id: 'low_value_high_effort', name: 'Reprice or reduce effort' },
      { id: 'not_placed', name: 'Not placed' },
    ],
    tags: ['Gold', 'Legacy', 'Premium', 'Standard'],
    stackItems: [{ id: 'backup', name: 'Backup' }],
  });
});

test(
  'whatever the menus offer is accepted',
  () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        const random = portfolioOf(world.definitions, world.companies);
        const viewer = { grants: world.grants, scope: scopeOf(world) };
        const choices = dashboardChoices(random, viewer);
        const parameters: [string, string][] = [
          ...choices.companies.map(({ id }): [string, string] => ['company', id]),
          ...choices.healthStatuses.map(({ name }): [string, string] => ['health', name]),
          ...choices.accountManagers.map(({ id }): [string, string] => ['accountManager', id]),
          ...choices.accountGroups.map(({ id }): [string, string] => ['accountGroup', id]),
          ...choices.segments.map(({ id }): [string, string] => ['segment', id]),
          ...choices.tags.map((tag): [string, string] => ['tag', tag]),
          ...choices.stackItems.map(({ id }): [string, string] => ['stackItem', id]),
        ];
        expect(readDashboardQuery(random, viewer, parameters)).toHaveProperty('value');
      }),
      { numRuns: 100 },
    );
  },
  SLOW_MACHINE,
);

const readRows = (search: string) => readRowsQuery(portfolio, kim, new URLSearchParams(search));

test('what to open is read with the filters', () => {
  expect(readRows('element=stackOpportunity&slice=&item=backup&figure=oneTime&rank=mrr')).toEqual({
    value: {
      query: { ...WHOLE_DASHBOARD, rank: 'mrr' },
      opening: { element: 'stackOpportunity', slice: '', item: 'backup', figure: 'oneTime' },
    },
  });
});

test.each([
  ['', 'element'],
  ['element=pie', 'element'],
  ['element=health&element=health', 'element'],
  ['element=health&slice=Fine', 'slice'],
  ['element=segments&slice=best', 'slice'],
  ['element=stackByCustomer&slice=birch', 'slice'],
  ['element=stackByCustomer&figure=mrr', 'slice'],
  ['element=stackOpportunity&slice=Bronze', 'slice'],
  ['element=stackAlignment&slice=phones', 'slice'],
  ['element=stackOpportunity&item=phones', 'item'],
  ['element=stackAlignment&item=backup', 'item'],
  ['element=health&figure=total', 'figure'],
  ['element=stackAlignment&figure=alignment', 'figure'],
  ['element=health&company=birch', 'company'],
])('opening "%s" is refused for its %s', (search, parameter) => {
  const result = readRows(search);
  expect('problems' in result && result.problems.map((problem) => problem.parameter)).toEqual([parameter]);
});
