import fc from 'fast-check';
import { type CompanyScope, companyScope, everyCompany } from '../../access/company-scope.ts';
import { ALL_COMPANIES, type Grants, ROLES } from '../../access/grants.ts';
import { createPortfolio, type Portfolio, putCompany } from '../../portfolio/columns.ts';
import {
  DEFAULT_ALIGNMENT_BANDS,
  DEFAULT_EFFORT_BANDS,
  DEFAULT_HEALTH_BANDS,
  DEFAULT_SEGMENTS,
  DEFAULT_SETTINGS,
} from '../../portfolio/defaults.ts';
import type { Definitions, StackItem } from '../../portfolio/definitions.ts';
import type { CellFigures, CompanyFigures } from '../../portfolio/figures.ts';
import { type DashboardQuery, RANKS } from '../query.ts';

/** Random small workspaces that dwell on ties, zeros, unknown numbers, credits and awkward decimals. */
export interface World {
  readonly definitions: Definitions;
  readonly companies: readonly CompanyFigures[];
  readonly grants: Grants;
  /** Null: the command line, which sees every company. */
  readonly viewer: string | null;
  readonly query: DashboardQuery;
}

export const ASOF = '2026-11-22';
export const COMPANY_IDS = Array.from({ length: 14 }, (_, i) => `c${i}`);
const USERS = ['u0', 'u1', 'u2', 'u3'];
const GROUPS = ['g0', 'g1', ALL_COMPANIES];
const TAGS = ['Standard', 'Premium', 'Ünï', '😀', 'ﬀ'];

const names = fc.constantFrom('Acme', 'Acme', 'acme', 'Zoë', 'ﬀ Ltd', '😀 Labs', '');
const money = fc.oneof(
  fc.constantFrom(0, 0, 1, 50, 100),
  fc.integer({ min: -300, max: 300 }),
  fc.integer({ min: 0, max: 10 ** 13 }),
);
/** Small denominators mostly; the finest ones do not fit the columns. */
const alignment = fc
  .tuple(fc.constantFrom(1n, 1n, 1n, 2n, 100n, 1000n, 10n ** 16n), fc.constantFrom(0n, 50n, 100n, 33n, 7n))
  .chain(([d, whole]) =>
    fc
      .bigInt({ min: 0n, max: d - 1n })
      .map((part) => ({ n: whole === 100n ? 100n * d : whole * d + part, d })),
  );

export function cellsArbitrary(stackItems: readonly StackItem[]): fc.Arbitrary<CellFigures[]> {
  const usable = [...stackItems.keys()].filter((i) => !stackItems[i]!.retired);
  return fc.subarray(usable).chain((chosen) =>
    fc.tuple(
      ...chosen.map((stackItem) =>
        fc.record({
          stackItem: fc.constant(stackItem),
          alignment,
          aligned: fc.boolean(),
          currentMrr: money,
          mrrOpportunity: money,
          oneTimeOpportunity: money,
          weightedMrrOpportunity: money,
          weightedOneTimeOpportunity: money,
        }),
      ),
    ),
  );
}

export function figuresArbitrary(definitions: Definitions, id: string): fc.Arbitrary<CompanyFigures> {
  const score = fc.option(fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(33, 49, 50)));
  return fc.record({
    id: fc.constant(id),
    name: names,
    tags: fc.subarray(TAGS),
    current: fc.oneof(fc.constant(true), fc.constant(true), fc.boolean()),
    mrr: money,
    oneTime: money,
    employees: fc.option(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 500 }))),
    health: score,
    coverage: fc.constantFrom(0, 0.5, 1),
    status: fc.integer({ min: 0, max: definitions.healthBands.length }),
    effort: score,
    cells: cellsArbitrary(definitions.stackItems),
    upkeep: fc.constant(null),
  });
}

export const stackItemArbitrary = (id: string): fc.Arbitrary<StackItem> =>
  fc.record({
    id: fc.constant(id),
    name: names,
    definition: fc.constant(null),
    category: fc.constant(null),
    order: fc.constant(null),
    tags: fc.array(fc.constantFrom(...TAGS), { maxLength: 3 }),
    weight: fc.constantFrom('1', '1', '2', '0', '0.5', '1.25', '3.333', '0.0000000001'),
    agreementInclusionDefault: fc.constant(false),
    anyOneOf: fc.constant(null),
    retired: fc.constantFrom(false, false, false, true),
    products: fc.constant([]),
  });

export const definitionsArbitrary: fc.Arbitrary<Definitions> = fc
  .record({
    stackItems: fc.integer({ min: 0, max: 13 }),
    bands: fc.integer({ min: 1, max: 3 }),
    effortMidpoint: fc.constantFrom('50', '50', '49.5', '33', '0'),
    valueMidpoint: fc.option(fc.constantFrom(0, 50, 1000), { freq: 3 }),
    seatValueMidpoint: fc.option(fc.constantFrom(0, 10, 1000), { freq: 3 }),
  })
  .chain(({ stackItems, bands, ...settings }) =>
    fc.tuple(...Array.from({ length: stackItems }, (_, i) => stackItemArbitrary(`s${i}`))).map((items) => ({
      workspace: { ...DEFAULT_SETTINGS, name: 'Workspace', ...settings },
      stackItems: items,
      recommendationStatuses: [],
      excludedVendors: new Set<string>(),
      exchangeRates: new Map<string, string>(),
      healthMetrics: [],
      effortMetrics: [],
      healthBands: DEFAULT_HEALTH_BANDS.slice(0, bands),
      effortBands: DEFAULT_EFFORT_BANDS,
      alignmentBands: DEFAULT_ALIGNMENT_BANDS,
      segments: DEFAULT_SEGMENTS,
    })),
  );

const companies = fc.subarray(COMPANY_IDS);
const users = fc.subarray(USERS);

export const grantsArbitrary: fc.Arbitrary<Grants> = fc.record({
  users: fc.tuple(
    ...USERS.map((id) =>
      fc.record({
        id: fc.constant(id),
        name: fc.constantFrom('Dana', 'Kim', 'Åsa'),
        email: fc.constant(`${id}@msp.example`),
        role: fc.constantFrom(...ROLES),
        active: fc.boolean(),
        accountManager: fc.boolean(),
        isManager: fc.boolean(),
      }),
    ),
  ),
  securityGroups: fc.tuple(
    ...['t0', ALL_COMPANIES].map((id) =>
      fc.record({
        id: fc.constant(id),
        name: fc.constant(id),
        allCompanies: fc.constant(id === ALL_COMPANIES),
        companies,
        users,
      }),
    ),
  ),
  accountGroups: fc.tuple(
    ...GROUPS.map((id) =>
      fc.record({
        id: fc.constant(id),
        name: fc.constantFrom('East', 'West'),
        description: fc.constant(null),
        allCompanies: fc.boolean(),
        companies,
        members: users,
        accountManagers: users,
      }),
    ),
  ),
  accountManagerCompanies: fc.array(
    fc.record({ user: fc.constantFrom(...USERS), company: fc.constantFrom(...COMPANY_IDS) }),
    { maxLength: 6 },
  ),
});

export const queryArbitrary: fc.Arbitrary<DashboardQuery> = fc.record({
  company: filter(COMPANY_IDS, 9),
  health: filter(['At risk', 'Needs attention', 'Satisfactory', 'No score']),
  accountManager: filter(USERS),
  accountGroup: filter(GROUPS),
  segment: filter([
    'high_value_low_effort',
    'high_value_high_effort',
    'low_value_low_effort',
    'low_value_high_effort',
    'not_placed',
  ] as const),
  tag: filter(TAGS),
  stackItem: filter(['s0', 's1', 's2', 's3', 's4', 's5']),
  selected: fc.option(fc.constantFrom(...COMPANY_IDS)),
  value: fc.constantFrom('total', 'perSeat'),
  rank: fc.constantFrom(...RANKS),
  weighted: fc.boolean(),
});

/** Mostly without the filter, so that enough companies are left when there are seven. */
function filter<T extends string>(values: readonly T[], enough = 2): fc.Arbitrary<T[]> {
  const some = fc.subarray([...values], { minLength: Math.min(enough, values.length) });
  return fc.oneof({ arbitrary: fc.constant<T[]>([]), weight: 5 }, { arbitrary: some, weight: 1 });
}

export const worldArbitrary: fc.Arbitrary<World> = definitionsArbitrary.chain((definitions) =>
  fc.record({
    definitions: fc.constant(definitions),
    companies: fc
      .subarray(COMPANY_IDS)
      .chain((ids) => fc.tuple(...ids.map((id) => figuresArbitrary(definitions, id)))),
    grants: grantsArbitrary,
    viewer: fc.option(fc.constantFrom(...USERS)),
    query: queryArbitrary,
  }),
);

export function portfolioOf(definitions: Definitions, companies: Iterable<CompanyFigures>): Portfolio {
  const portfolio = createPortfolio(definitions);
  for (const company of companies) putCompany(portfolio, company);
  return portfolio;
}

export function scopeOf({ grants, viewer }: Pick<World, 'grants' | 'viewer'>): CompanyScope {
  return viewer === null ? everyCompany : companyScope(grants, viewer);
}

export function requestOf(world: Omit<World, 'companies' | 'definitions'>) {
  return { grants: world.grants, scope: scopeOf(world), query: world.query, asOf: ASOF };
}
