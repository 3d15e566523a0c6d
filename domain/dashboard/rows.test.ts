import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everyCompany } from '../access/company-scope.ts';
import { dashboard } from './dashboard.ts';
import { type DashboardQuery, WHOLE_DASHBOARD } from './query.ts';
import {
  type CellRow,
  type CompanyRow,
  dashboardRows,
  type Element,
  type Figure,
  type Opening,
  type Rows,
} from './rows.ts';
import { cell, company, definitionsOf, NO_GRANTS } from './testing/small-workspace.ts';
import { ASOF, portfolioOf, requestOf, scopeOf, worldArbitrary } from './testing/world.ts';

/** Room in time for many random cases while other tests run beside. */
const SLOW_MACHINE = 60_000;

const definitions = definitionsOf([
  { id: 'filtering', name: 'Web filtering', tags: ['Standard'] },
  { id: 'backup', name: 'Backup', tags: ['Standard'] },
]);
const companies = [
  company('acme', {
    name: 'Acme',
    mrr: 900,
    employees: 3,
    effort: 10,
    health: 80,
    status: 2,
    cells: [cell(0, 100, {}, { currentMrr: 500 }), cell(1, 50, { mrr: 100, oneTime: 40 })],
  }),
  company('birch', {
    name: 'Birch',
    mrr: 100,
    status: 2,
    cells: [cell(0, 20, { oneTime: 300 }), cell(1, 0)],
  }),
  company('elm', { name: 'Elm', current: false, cells: [cell(0, 0, { mrr: 8 })] }),
];

function open(opening: Partial<Opening> & { element: Element }, query: Partial<DashboardQuery> = {}) {
  return dashboardRows(
    portfolioOf(definitions, companies),
    { grants: NO_GRANTS, scope: everyCompany, query: { ...WHOLE_DASHBOARD, ...query }, asOf: ASOF },
    { slice: null, item: null, figure: null, ...opening },
  );
}

test('behind a quadrant stand its companies with their figures', () => {
  expect(open({ element: 'segments', slice: 'high_value_low_effort' }, { value: 'perSeat' })).toEqual({
    kind: 'companies',
    rows: [
      {
        id: 'acme',
        name: 'Acme',
        value: 300,
        mrr: 900,
        employees: 3,
        health: 80,
        status: 'Satisfactory',
        effort: 10,
        quadrant: 'high_value_low_effort',
        mrrOpportunity: 100,
        oneTimeOpportunity: 40,
        total: 140,
      },
    ],
    totals: { companies: 1, mrrOpportunity: 100, oneTimeOpportunity: 40, total: 140 },
  });
});

test('behind the opportunity of a stack item stand the cells that add to it', () => {
  expect(open({ element: 'stackOpportunity', slice: 'Standard', item: 'backup' })).toEqual({
    kind: 'cells',
    rows: [
      {
        company: { id: 'acme', name: 'Acme' },
        stackItem: { id: 'backup', name: 'Backup' },
        alignment: 50,
        aligned: false,
        currentMrr: 0,
        mrrOpportunity: 100,
        oneTimeOpportunity: 40,
        total: 140,
      },
    ],
    totals: { cells: 1, currentMrr: 0, mrrOpportunity: 100, oneTimeOpportunity: 40, total: 140, aligned: 0 },
  });
});

test.each<[string, Partial<Opening> & { element: Element }, string[]]>([
  ['those not placed', { element: 'segments', slice: 'not_placed' }, ['Birch']],
  ['a status, by name', { element: 'health', slice: 'Satisfactory' }, ['Acme', 'Birch']],
  [
    'a status by opportunity, largest first',
    { element: 'opportunityByHealth', slice: 'Satisfactory' },
    ['Birch', 'Acme'],
  ],
  [
    '… by MRR opportunity',
    { element: 'opportunityByHealth', slice: 'Satisfactory', figure: 'mrr' },
    ['Acme', 'Birch'],
  ],
  ['a status without companies', { element: 'health', slice: 'At risk' }, []],
  ['a company', { element: 'stackByCustomer', slice: 'acme' }, ['Acme Backup']],
  [
    'a company’s alignment: every cell, least aligned first',
    { element: 'stackByCustomer', slice: 'acme', figure: 'alignment' },
    ['Acme Backup', 'Acme Web filtering'],
  ],
  [
    'a company that is not on the dashboard: its tile',
    { element: 'stackByCustomer', slice: 'elm' },
    ['Elm Web filtering'],
  ],
  ['the top ten together', { element: 'stackByCustomer' }, ['Birch Web filtering', 'Acme Backup']],
  ['the middle of the sunburst', { element: 'stackOpportunity' }, ['Birch Web filtering', 'Acme Backup']],
  ['… its MRR', { element: 'stackOpportunity', figure: 'mrr' }, ['Acme Backup']],
  ['items without a tag', { element: 'stackOpportunity', slice: '' }, []],
  [
    'an item’s current MRR',
    { element: 'stackAlignment', slice: 'filtering', figure: 'mrr' },
    ['Acme Web filtering'],
  ],
  [
    'an item’s aligned companies: all for whom it counts',
    { element: 'stackAlignment', slice: 'filtering', figure: 'aligned' },
    ['Birch Web filtering', 'Acme Web filtering'],
  ],
])('behind %s', (_, opening, expected) => {
  expect(namesOf(open(opening))).toEqual(expected);
});

function namesOf(rows: Rows): string[] {
  if (rows.kind === 'revenue') return [];
  if (rows.kind === 'companies') return rows.rows.map((row) => row.name);
  return rows.rows.map((row) => `${row.company.name} ${row.stackItem.name}`);
}

test('a cell whose credit cancels the rest of its opportunity still stands behind the total', () => {
  const credit = company('fir', { name: 'Fir', cells: [cell(0, 0, { mrr: 50, oneTime: -50 })] });
  const rows = dashboardRows(
    portfolioOf(definitions, [credit]),
    { grants: NO_GRANTS, scope: everyCompany, query: WHOLE_DASHBOARD, asOf: ASOF },
    { element: 'stackOpportunity', slice: null, item: null, figure: null },
  );
  expect(rows).toMatchObject({ totals: { cells: 1, mrrOpportunity: 50, oneTimeOpportunity: -50, total: 0 } });
});

test('behind a company’s own revenue stand its contracts, which the caller explains', () => {
  expect(open({ element: 'stackByCustomer', slice: 'acme', figure: 'mrr' })).toEqual({
    kind: 'revenue',
    company: 'acme',
    figure: 'mrr',
  });
});

test(
  'the rows behind every slice, bar and dot add up to its figure',
  () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        const portfolio = portfolioOf(world.definitions, world.companies);
        const request = requestOf(world);
        const shown = dashboard(portfolio, request);
        const opened = (
          element: Element,
          slice: string | null,
          figure: Figure | null = null,
          item: string | null = null,
        ) => totalsOf(dashboardRows(portfolio, request, { element, slice, item, figure }));
        const { segments, stackByCustomer, stackOpportunity } = shown;

        for (const { id, companies: count } of segments.quadrants)
          expect(opened('segments', id).count).toBe(count);
        expect(opened('segments', 'not_placed').count).toBe(segments.notPlaced);
        for (const { status, companies: count } of shown.health)
          expect(opened('health', status).count).toBe(count);
        for (const { status, ...split } of shown.opportunityByHealth) {
          expectSplit((figure) => opened('opportunityByHealth', status, figure), split);
        }

        for (const { id, alignment, ...row } of stackByCustomer.rows) {
          expect(opened('stackByCustomer', id, 'mrrOpportunity').mrr).toBe(row.mrrOpportunity);
          expect(opened('stackByCustomer', id, 'oneTimeOpportunity').oneTime).toBe(row.oneTimeOpportunity);
          expect(opened('stackByCustomer', id, 'alignment').count > 0 || alignment === null).toBe(true);
        }
        expect(opened('stackByCustomer', null).total).toBe(stackByCustomer.totals.total);
        const { selected } = stackByCustomer;
        if (selected) expect(opened('stackByCustomer', selected.id, 'total').total).toBe(selected.total);

        expectSplit((figure) => opened('stackOpportunity', null, figure), stackOpportunity);
        for (const { tag, items, ...split } of stackOpportunity.tags) {
          expectSplit((figure) => opened('stackOpportunity', tag ?? '', figure), split);
          for (const { id, ...own } of items) {
            expectSplit((figure) => opened('stackOpportunity', tag ?? '', figure, id), own);
          }
        }

        for (const bar of shown.stackAlignment) {
          expect(opened('stackAlignment', bar.id, 'mrr').currentMrr).toBe(bar.currentMrr);
          expect(opened('stackAlignment', bar.id, 'mrrOpportunity').mrr).toBe(bar.mrrOpportunity);
          expect(opened('stackAlignment', bar.id, 'oneTimeOpportunity').oneTime).toBe(bar.oneTimeOpportunity);
          const { count, aligned } = opened('stackAlignment', bar.id, 'aligned');
          expect([count, aligned]).toEqual([bar.applicable, bar.aligned]);
        }
      }),
      { numRuns: 150 },
    );
  },
  SLOW_MACHINE,
);

function expectSplit(
  opened: (figure: Figure) => ReturnType<typeof totalsOf>,
  { mrr, oneTime, total }: { mrr: number; oneTime: number; total: number },
) {
  expect(opened('mrr').mrr).toBe(mrr);
  expect(opened('oneTime').oneTime).toBe(oneTime);
  expect(opened('total').total).toBe(total);
}

/** Added up from the rows, which must agree with the totals that come with them. */
function totalsOf(rows: Rows) {
  if (rows.kind === 'revenue') throw new Error('no rows to add up');
  const all: (CompanyRow | CellRow)[] = [...rows.rows];
  const sum = (pick: (row: CompanyRow | CellRow) => number) =>
    all.reduce((total, row) => total + pick(row), 0);
  const totals = {
    mrr: sum((row) => row.mrrOpportunity),
    oneTime: sum((row) => row.oneTimeOpportunity),
    total: sum((row) => row.total),
    count: all.length,
    currentMrr: sum((row) => ('currentMrr' in row ? row.currentMrr : 0)),
    aligned: all.filter((row) => 'aligned' in row && row.aligned).length,
  };
  const { mrrOpportunity, oneTimeOpportunity, total } = rows.totals;
  expect([mrrOpportunity, oneTimeOpportunity, total]).toEqual([totals.mrr, totals.oneTime, totals.total]);
  if (rows.kind === 'cells') {
    const { cells, currentMrr, aligned } = rows.totals;
    expect([cells, currentMrr, aligned]).toEqual([totals.count, totals.currentMrr, totals.aligned]);
  } else expect(rows.totals.companies).toBe(totals.count);
  return totals;
}

test(
  'no row is about a company that the viewer may not see',
  () => {
    fc.assert(
      fc.property(
        worldArbitrary,
        fc.constantFrom<Element>('health', 'stackByCustomer', 'stackOpportunity'),
        (world, element) => {
          const scope = scopeOf(world);
          const portfolio = portfolioOf(world.definitions, world.companies);
          for (const slice of element === 'stackByCustomer' ? world.companies.map(({ id }) => id) : [null]) {
            const rows = dashboardRows(portfolio, requestOf(world), {
              element,
              slice,
              item: null,
              figure: null,
            });
            if (rows.kind === 'revenue') throw new Error('opened no revenue');
            const ids = rows.rows.map((row) => ('company' in row ? row.company.id : row.id));
            expect(ids.filter((id) => !scope.all && !scope.ids.has(id))).toEqual([]);
          }
        },
      ),
      { numRuns: 150 },
    );
  },
  SLOW_MACHINE,
);
