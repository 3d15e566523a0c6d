import fc from 'fast-check';
import { DEFAULT_RECOMMENDATION_STATUSES, DEFAULT_SETTINGS } from '../../portfolio/defaults.ts';
import {
  type Band,
  COMPUTED_FACTS,
  type Definitions,
  type Metric,
  QUADRANTS,
} from '../../portfolio/definitions.ts';
import { type CompanyFacts, CYCLES, STAGES } from '../../portfolio/facts.ts';
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
} from '../../portfolio/test-company.ts';
import type { Draft } from '../draft.ts';
import type { Merge } from '../merge.ts';
import type { WhatIfPortfolio } from '../preview.ts';

/** Random small portfolios, and random edits of what holds for all their companies. */

const ITEMS = ['web', 'mail', 'backup'];
const CODES = ['W', 'M', 'B'];
const VENDORS = ['Carrier', 'Reseller'];
const TAGS = ['Standard', 'Premium'];
const METRICS = ['m0', 'm1', 'm2', 'm3'];
const CONTRACTS = ['k0', 'k1'];

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value);
const cents = fc.constantFrom(0, 1, 5000, 123_450, 9_999_999);
const decimal = fc.constantFrom('0', '0.5', '1', '2', '33.3', '50', '66.5', '100');
const day = maybe(fc.constantFrom('2025-11-22', '2026-08-24', '2026-11-21', AS_OF, '2026-12-31'));

const contracts = fc.array(
  fc.record({
    vendor: maybe(fc.constantFrom(...VENDORS)),
    end: day,
    cycle: maybe(fc.constantFrom(...CYCLES)),
    amount: maybe(cents),
    currency: maybe(fc.constantFrom('USD', 'EUR')),
    excluded: fc.boolean(),
    lines: fc.array(
      fc
        .record({
          productCode: maybe(fc.constantFrom(...CODES)),
          vendor: maybe(fc.constantFrom(...VENDORS)),
          quantity: maybe(decimal),
          unitPrice: maybe(cents),
          start: day,
        })
        .map(line),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 2 },
);

const alignments = fc.subarray(ITEMS).chain((items) =>
  fc.tuple(
    ...items.map((item) =>
      fc
        .record({
          stackItem: fc.constant(item),
          applicable: maybe(fc.boolean()),
          currentProduct: maybe(fc.constantFrom('none', `${item}-good`, `${item}-old`)),
          alignment: maybe(decimal),
          mrrOpportunity: maybe(cents),
        })
        .map(typed),
    ),
  ),
);

const scores = fc.subarray(METRICS).chain((metrics) =>
  fc.tuple(
    ...metrics.map((id) =>
      fc.record({
        metric: fc.constant(id),
        points: fc.constantFrom('0', '2.5', '7', '10'),
        setOn: day,
        setBy: fc.constant(null),
        note: fc.constant(null),
      }),
    ),
  ),
);

const facts = (id: string): fc.Arbitrary<CompanyFacts> =>
  fc
    .record({
      stage: fc.constantFrom('active' as const, 'onboarding' as const, ...STAGES),
      tags: fc.subarray(TAGS),
      mrrOverride: fc.option(cents, { freq: 1 }),
      employeesOverride: maybe(fc.constantFrom(0, 1, 7, 40)),
      locations: maybe(fc.nat(3)),
      contracts: contracts.map((list) =>
        list.map((own, i) => contract({ ...own, id: `${id}-${CONTRACTS[i]}` })),
      ),
      alignments,
      recommendations: fc.array(
        fc
          .record({
            status: maybe(fc.constantFrom(...DEFAULT_RECOMMENDATION_STATUSES.map(({ name }) => name))),
            lines: fc.array(
              fc.record({
                id: fc.constant('l'),
                stackItem: maybe(fc.constantFrom(...ITEMS)),
                mrr: maybe(cents),
                oneTime: maybe(cents),
              }),
              { maxLength: 2 },
            ),
          })
          .map(recommendation),
        { maxLength: 2 },
      ),
      healthScores: scores,
      effortScores: scores,
      healthOverrides: fc.array(
        fc.record({
          status: fc.constantFrom('Bad', 'Fair', 'Good', 'No score'),
          reason: fc.constant('because'),
          setOn: fc.constantFrom('2026-11-01', '2026-11-23'),
          expiresOn: fc.constantFrom('2026-11-21', '2026-12-31'),
          setBy: fc.constant(null),
        }),
        { maxLength: 1 },
      ),
      facts: fc.subarray([
        { fact: 'tickets_per_month' as const, value: '7.5', asOf: '2026-05-01' },
        { fact: 'special_sla' as const, value: 'true', asOf: null },
      ]),
      csat: fc.array(
        fc.record({
          id: fc.constant('s'),
          day: fc.constantFrom('2026-08-24', '2026-08-25', AS_OF),
          rating: fc.constantFrom('positive' as const, 'negative' as const),
        }),
        { maxLength: 3 },
      ),
      assessments: fc.array(
        fc.record({
          id: fc.constantFrom('a1', 'a2'),
          template: fc.constantFrom('NIST', 'CIS'),
          takenOn: fc.constantFrom('2026-01-01', AS_OF),
          score: decimal,
        }),
        { maxLength: 2 },
      ),
      meetings: fc.array(
        fc.record({ date: fc.constantFrom('2026-10-01', AS_OF), status: fc.constant('held' as const) }),
        {
          maxLength: 1,
        },
      ),
    })
    .map((own) => company({ ...own, id, name: `Company ${id}` }));

const anyMetric = (id: string): fc.Arbitrary<Metric> =>
  fc
    .tuple(
      fc.record({
        id: fc.constant(id),
        weight: fc.constantFrom('0', '0.25', '1', '3'),
        maxScore: fc.constantFrom('10', '12.5'),
        staleAfterDays: maybe(fc.constantFrom(0, 30, 365)),
        retired: fc.constantFrom(false, false, true),
      }),
      fc.oneof(
        fc.constant({ kind: 'custom' as const, choices: [] }),
        fc.constant({ kind: 'csat' as const }),
        fc.record({ kind: fc.constant('assessment' as const), template: maybe(fc.constant('NIST')) }),
        fc.record({
          kind: fc.constant('computed' as const),
          fact: fc.constantFrom(...COMPUTED_FACTS),
          bands: fc.constantFrom(
            [
              { upTo: '1', points: '10' },
              { upTo: '50', points: '2.5' },
              { upTo: null, points: '0' },
            ],
            [{ upTo: null, points: '7' }],
          ),
        }),
      ),
    )
    .map(([own, kind]) => metric({ ...kind, ...own }));

const metrics = fc
  .subarray(METRICS)
  .chain((ids) => fc.tuple(...ids.map(anyMetric)) as fc.Arbitrary<readonly Metric[]>);

const bands = (names: readonly string[]): fc.Arbitrary<readonly Band[]> =>
  fc
    .uniqueArray(fc.constantFrom('20', '33.5', '50', '75', '100'), {
      minLength: names.length - 1,
      maxLength: names.length - 1,
    })
    .map((bounds) =>
      ['0', ...bounds.sort((a, b) => Number(a) - Number(b))].map((from, i) => ({
        name: names[i]!,
        from,
        color: '#123456',
      })),
    );

const stackItems = fc.tuple(
  ...ITEMS.map((id, i) =>
    fc
      .record({
        tags: fc.subarray(TAGS),
        weight: fc.constantFrom('1', '0', '2.5'),
        anyOneOf: maybe(fc.constant('Mail')),
        retired: fc.constantFrom(false, false, true),
        perSeat: maybe(cents),
      })
      .map(({ perSeat, ...own }) => {
        const prices = { perCompany: 100, perSeat, perLocation: null };
        return stackItem({
          ...own,
          id,
          products: [
            product({
              id: `${id}-good`,
              standing: 'preferred',
              productCodes: [CODES[i]!],
              mrr: prices,
              oneTime: prices,
            }),
            product({ id: `${id}-old`, standing: 'supported' }),
          ],
        });
      }),
  ),
);

const settings = fc.record({
  effortMidpoint: fc.constantFrom('0', '33.5', '50'),
  valueMidpoint: maybe(cents),
  seatValueMidpoint: maybe(cents),
  minimumCoverage: fc.constantFrom('0', '25', '50.5'),
});

const parts: { readonly [Part in keyof Definitions]: fc.Arbitrary<Definitions[Part]> } = {
  workspace: settings.map((own) => ({ ...DEFAULT_SETTINGS, name: 'Example MSP', ...own })),
  stackItems,
  recommendationStatuses: fc.constantFrom(
    DEFAULT_RECOMMENDATION_STATUSES,
    DEFAULT_RECOMMENDATION_STATUSES.map((status) => ({ ...status, state: 'started' as const })),
  ),
  exchangeRates: fc.constantFrom(new Map(), new Map([['EUR', '1.085']])),
  excludedVendors: fc.subarray(VENDORS).map((vendors) => new Set(vendors)),
  healthMetrics: metrics,
  effortMetrics: metrics,
  healthBands: bands(['Bad', 'Fair', 'Good']),
  effortBands: bands(['Little', 'Much']),
  alignmentBands: bands(['Off', 'Partly', 'On']),
  segments: fc.constant(
    QUADRANTS.map((quadrant) => ({ quadrant, name: `Segment ${quadrant}`, description: '' })),
  ),
};

export const portfolioArbitrary: fc.Arbitrary<WhatIfPortfolio> = fc.record({
  asOf: fc.constant(AS_OF),
  definitions: fc.record(parts).map(definitions),
  companies: fc.nat(6).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => facts(`c${i}`)))),
  heldMidpoints: fc.constant(null),
});

/** Edits of one or a few parts, of exclusions, of the names of health bands, and bands that go away. */
export const draftArbitrary: fc.Arbitrary<Draft> = fc
  .record({
    parts: fc.record(parts, { requiredKeys: [] }) as fc.Arbitrary<Partial<Definitions>>,
    bands: fc.option(
      fc.oneof(
        bands(['Bad', 'Fair', 'Best']).map((healthBands) => ({
          healthBands,
          renamedStatuses: new Map([['Good', 'Best']]),
        })),
        bands(['Bad', 'Good', 'Fair']).map((healthBands) => ({
          healthBands,
          renamedStatuses: new Map([
            ['Good', 'Fair'],
            ['Fair', 'Good'],
          ]),
        })),
        bands(['Bad', 'Good']).map((healthBands) => ({
          healthBands,
          replacedStatuses: new Map([['Fair', 'Bad']]),
        })),
      ),
    ),
    settings: fc.option(fc.record({ minimumCoverage: fc.constantFrom('0', '30', '100') }), { nil: {} }),
    excludedContracts: fc
      .array(fc.tuple(fc.constantFrom('c0-k0', 'c0-k1', 'c1-k0', 'c2-k0'), fc.boolean()))
      .map((entries) => new Map(entries)),
    more: fc.record(
      {
        asOf: fc.constantFrom('2025-11-22', '2026-11-21', '2027-02-28'),
        merge: fc.constantFrom<Merge>(
          { of: 'items', id: 'web', into: 'mail' },
          { of: 'items', id: 'backup', into: 'web' },
          { of: 'products', id: 'mail-old', into: 'mail-good' },
          { of: 'products', id: 'web-good', into: 'web-old' },
        ),
        recommendationStatuses: fc.constantFrom<ReadonlyMap<string | null, string>>(
          new Map([
            ['Proposed', 'Completed'],
            [null, 'Completed'],
          ]),
          new Map([
            ['Planned', 'Declined'],
            ['Declined', 'Planned'],
          ]),
        ),
        tags: fc.constantFrom<ReadonlyMap<string, string | null>>(
          new Map([['Standard', 'Premium']]),
          new Map([['Premium', null]]),
        ),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ parts, bands, settings, excludedContracts, more }) => {
    if (!bands) return { definitions: parts, settings, excludedContracts, ...more };
    const { healthBands, ...statuses } = bands;
    return { definitions: { ...parts, healthBands }, settings, excludedContracts, ...statuses, ...more };
  });
