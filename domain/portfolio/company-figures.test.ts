import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toNumber } from '../money/fraction.ts';
import { companyFigures, explainCompany } from './company-figures.ts';
import type { Product, StackItem } from './definitions.ts';
import type { CompanyFacts } from './facts.ts';
import {
  AS_OF,
  company,
  contract,
  definitions,
  line,
  metric,
  product,
  recommendation,
  stackItem,
  typed,
} from './test-company.ts';

test('a company of which nothing is known has no score and no number that it lacks', () => {
  expect(companyFigures(definitions(), company(), AS_OF)).toEqual({
    id: 'acme',
    name: 'Acme',
    tags: [],
    current: true,
    mrr: 0,
    oneTime: 0,
    employees: null,
    health: null,
    coverage: 0,
    status: 3,
    effort: null,
    cells: [],
    upkeep: null,
  });
});

test('one client, worked out by hand', () => {
  const stackItems = [
    stackItem({
      tags: ['Standard'],
      products: [product({ standing: 'preferred', productCodes: ['DNS'] })],
    }),
    stackItem({
      id: 'backup',
      name: 'Backup',
      tags: ['Standard'],
      weight: '3',
      products: [
        product({
          id: 'q',
          standing: 'preferred',
          mrr: { perCompany: null, perSeat: 300, perLocation: null },
          oneTime: { perCompany: 80000, perSeat: null, perLocation: null },
        }),
      ],
    }),
  ];
  const facts = company({
    tags: ['Standard'],
    stage: 'onboarding',
    employeesSynced: 20,
    contracts: [
      // 20 seats at 4.00 a month and a yearly 1,200.00: 80.00 + 100.00.
      contract({ lines: [line({ productCode: 'DNS', quantity: '20', unitPrice: 400 })] }),
      contract({ id: 'k2', cycle: 'annual', amount: 120000 }),
    ],
    // 8 of 10 and 5 of 10 in two of four metrics of equal weight.
    healthScores: [
      { metric: 'sentiment', points: '8', setOn: null, setBy: null, note: null },
      { metric: 'org', points: '5', setOn: null, setBy: null, note: null },
    ],
    effortScores: [{ metric: 'segment-effort', points: '3.3', setOn: null, setBy: null, note: null }],
  });
  const figures = companyFigures(definitions({ stackItems }), facts, AS_OF);
  expect(figures).toMatchObject({
    current: true,
    mrr: 18000,
    employees: 20,
    health: 65,
    coverage: 0.5,
    status: 1,
    effort: 33,
    cells: [
      { stackItem: 0, aligned: true, currentMrr: 8000, mrrOpportunity: 0, oneTimeOpportunity: 0 },
      { stackItem: 1, aligned: false, currentMrr: 0, mrrOpportunity: 6000, oneTimeOpportunity: 80000 },
    ],
  });
  const told = explainCompany(definitions({ stackItems }), facts, AS_OF);
  // 1 × 100 and 3 × 0 over a weight of 4.
  expect(told.alignment).toMatchObject({ percent: 25, mrrOpportunity: 6000, oneTimeOpportunity: 80000 });
  expect(told.health.status).toMatchObject({
    name: 'Needs attention',
    reason: 'The score is 50 or more, and below 75',
  });
  expect(told.effort.band?.name).toBe('Low');
  expect(told.employees).toEqual({
    number: 20,
    source: 'synced',
    override: null,
    synced: 20,
    activeContacts: null,
  });
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const cents = fc.integer({ min: 0, max: 10 ** 8 });
const tags = fc.subarray(['Standard', 'Cloud']);
const codes = ['A', 'B', 'C'];

const anyProduct: fc.Arbitrary<Product> = fc
  .record({
    standing: fc.constantFrom('preferred' as const, 'supported' as const, 'other' as const),
    productCodes: fc.subarray(codes),
    mrr: fc.record({ perCompany: maybe(cents), perSeat: maybe(cents), perLocation: maybe(cents) }),
  })
  .map(product);
const anyItem: fc.Arbitrary<StackItem> = fc
  .record({
    tags,
    weight: fc.constantFrom('0', '0.5', '1', '2.25'),
    anyOneOf: fc.constantFrom(null, 'Endpoint'),
    retired: fc.boolean(),
    products: fc.array(anyProduct, { maxLength: 3 }),
  })
  .map(stackItem);
const stack = fc.array(anyItem, { maxLength: 5 }).map((items) =>
  items.map((item, i) => ({
    ...item,
    id: `s${i}`,
    products: item.products.map((own, j) => ({ ...own, id: `s${i}-p${j}` })),
  })),
);
const stackId = fc.integer({ min: 0, max: 5 }).map((i) => `s${i}`);
const anyCompany: fc.Arbitrary<CompanyFacts> = fc
  .record({
    tags,
    employeesSynced: maybe(fc.nat(500)),
    locations: maybe(fc.nat(5)),
    contracts: fc.array(
      fc
        .array(fc.record({ productCode: maybe(fc.constantFrom(...codes)), unitPrice: cents }).map(line), {
          maxLength: 4,
        })
        .map((lines) => contract({ lines })),
      { maxLength: 3 },
    ),
    alignments: fc.uniqueArray(
      fc
        .record({
          stackItem: stackId,
          applicable: maybe(fc.boolean()),
          alignment: maybe(fc.nat(100).map(String)),
          mrrOpportunity: maybe(cents),
        })
        .map(typed),
      { selector: (row) => row.stackItem },
    ),
    recommendations: fc.array(
      fc
        .record({
          status: fc.constantFrom(null, 'Planned', 'Declined'),
          lines: fc.array(
            fc.record({
              id: fc.constant('l'),
              stackItem: maybe(stackId),
              mrr: maybe(cents),
              oneTime: maybe(cents),
            }),
            {
              maxLength: 3,
            },
          ),
        })
        .map(recommendation),
      { maxLength: 3 },
    ),
    meetings: fc.array(
      fc.record({ date: fc.constantFrom('2026-01-01', '2026-10-01'), status: fc.constant('held' as const) }),
    ),
  })
  .map(company);

const healthMetrics = [
  metric({
    kind: 'computed',
    fact: 'alignment',
    bands: [
      { upTo: '50', points: '2' },
      { upTo: null, points: '9' },
    ],
  }),
  metric({
    kind: 'computed',
    fact: 'mrr',
    bands: [
      { upTo: '1000', points: '1' },
      { upTo: null, points: '10' },
    ],
  }),
];

test('figures and explanation are one computation, and the parts sum to the whole', () => {
  fc.assert(
    fc.property(stack, anyCompany, (stackItems, facts) => {
      const rules = definitions({ stackItems, healthMetrics });
      const figures = companyFigures(rules, facts, AS_OF);
      const told = explainCompany(rules, facts, AS_OF);
      expect(JSON.parse(JSON.stringify(told))).toEqual(told);
      expect([told.mrr.amount, told.oneTime.amount]).toEqual([figures.mrr, figures.oneTime]);
      expect([told.health.score, told.effort.score]).toEqual([figures.health, figures.effort]);
      const counting = told.alignment.cells.filter((cell) => cell.counts);
      expect(
        counting.map((cell) => [
          cell.stackItem.id,
          cell.alignment,
          cell.currentMrr,
          cell.mrrOpportunity.weighted,
        ]),
      ).toEqual(
        figures.cells.map((cell) => [
          stackItems[cell.stackItem]!.id,
          toNumber(cell.alignment),
          cell.currentMrr,
          cell.weightedMrrOpportunity,
        ]),
      );
      expect(told.alignment.mrrOpportunity).toBe(
        figures.cells.reduce((sum, cell) => sum + cell.mrrOpportunity, 0),
      );
    }),
  );
});

test('the order in which facts are stored changes nothing', () => {
  fc.assert(
    fc.property(stack, anyCompany, (stackItems, facts) => {
      const rules = definitions({ stackItems, healthMetrics });
      const turned = company({
        ...facts,
        contracts: facts.contracts
          .map((one) => contract({ ...one, lines: [...one.lines].reverse() }))
          .reverse(),
        alignments: [...facts.alignments].reverse(),
        recommendations: facts.recommendations
          .map((one) => ({ ...one, lines: [...one.lines].reverse() }))
          .reverse(),
        meetings: [...facts.meetings].reverse(),
      });
      expect(companyFigures(rules, turned, AS_OF)).toEqual(companyFigures(rules, facts, AS_OF));
    }),
  );
});

test('an excluded contract changes no figure at all', () => {
  fc.assert(
    fc.property(stack, anyCompany, cents, (stackItems, facts, amount) => {
      const rules = definitions({ stackItems, healthMetrics, excludedVendors: new Set(['Carrier']) });
      const lines = codes.map((productCode) => line({ productCode, unitPrice: amount }));
      for (const why of [{ excluded: true }, { vendor: 'Carrier' }, { currency: 'EUR' }]) {
        const more = company({
          ...facts,
          contracts: [...facts.contracts, contract({ id: 'x', end: AS_OF, lines, ...why })],
        });
        expect(companyFigures(rules, more, AS_OF)).toEqual(companyFigures(rules, facts, AS_OF));
      }
    }),
  );
});
