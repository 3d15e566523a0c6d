import { everyCompany } from '../../domain/access/company-scope.ts';
import type { Grants } from '../../domain/access/grants.ts';
import { dashboard, dashboardJson } from '../../domain/dashboard/dashboard.ts';
import { type DashboardQuery, WHOLE_DASHBOARD } from '../../domain/dashboard/query.ts';
import { dashboardRows } from '../../domain/dashboard/rows.ts';
import { fraction } from '../../domain/money/fraction.ts';
import { createPortfolio, type Portfolio, putCompany } from '../../domain/portfolio/columns.ts';
import {
  DEFAULT_ALIGNMENT_BANDS,
  DEFAULT_EFFORT_BANDS,
  DEFAULT_HEALTH_BANDS,
  DEFAULT_SEGMENTS,
  DEFAULT_SETTINGS,
} from '../../domain/portfolio/defaults.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import type { CompanyFigures } from '../../domain/portfolio/figures.ts';

/** Times the dashboard's rule alone, without database or HTTP, at 10,000 companies × 60 stack items. Milliseconds. */
const COMPANIES = 10_000;
const STACK_ITEMS = 60;
const RUNS = 60;

let state = 1;
const random = (below: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const many = (count: number) => [...Array(count).keys()];

const definitions: Definitions = {
  workspace: { ...DEFAULT_SETTINGS, name: 'Bench' },
  stackItems: many(STACK_ITEMS).map((i) => ({
    id: `item-${i}`,
    name: `Item ${random(1000)}`,
    definition: null,
    category: null,
    order: null,
    tags: i % 9 ? [`Tag ${i % 6}`, `Tag ${i % 4}`] : [],
    weight: String(1 + (i % 3)),
    agreementInclusionDefault: false,
    anyOneOf: null,
    retired: false,
    products: [],
  })),
  recommendationStatuses: [],
  excludedVendors: new Set(),
  exchangeRates: new Map(),
  healthMetrics: [],
  effortMetrics: [],
  healthBands: DEFAULT_HEALTH_BANDS,
  effortBands: DEFAULT_EFFORT_BANDS,
  alignmentBands: DEFAULT_ALIGNMENT_BANDS,
  segments: DEFAULT_SEGMENTS,
};

function figures(i: number): CompanyFigures {
  return {
    id: `company-${i}`,
    name: `Client ${random(1_000_000)}`,
    tags: [`Tag ${random(6)}`],
    current: random(20) > 0,
    mrr: random(2_000_000),
    oneTime: random(500_000),
    employees: random(10) ? 1 + random(300) : null,
    health: random(101),
    coverage: 1,
    status: random(4),
    effort: random(20) ? random(101) : null,
    cells: many(STACK_ITEMS)
      .filter(() => random(10) > 1)
      .map((stackItem) => {
        const alignment = random(101);
        const [mrrOpportunity, oneTimeOpportunity] =
          alignment > 66 ? [0, 0] : [random(50_000), random(90_000)];
        return {
          stackItem,
          alignment: fraction(alignment),
          aligned: alignment > 66,
          currentMrr: random(30_000),
          mrrOpportunity,
          oneTimeOpportunity,
          weightedMrrOpportunity: Math.floor(mrrOpportunity / 2),
          weightedOneTimeOpportunity: Math.floor(oneTimeOpportunity / 2),
        };
      }),
    upkeep: null,
  };
}

const grants: Grants = {
  users: many(20).map((i) => ({
    id: `user-${i}`,
    name: `User ${i}`,
    email: `user-${i}@msp.example`,
    role: 'member',
    active: true,
    accountManager: true,
    isManager: false,
  })),
  securityGroups: [],
  accountGroups: many(20).map((i) => ({
    id: `group-${i}`,
    name: `Group ${i}`,
    description: null,
    allCompanies: false,
    companies: many(COMPANIES / 20).map((n) => `company-${n * 20 + i}`),
    members: [],
    accountManagers: [`user-${i}`],
  })),
  accountManagerCompanies: many(COMPANIES).map((n) => ({ user: `user-${n % 7}`, company: `company-${n}` })),
};

const memory = () => {
  globalThis.gc?.();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return `${Math.round(arrayBuffers / 1e6)} MB in columns, ${Math.round(heapUsed / 1e6)} MB on the heap`;
};

function time(name: string, run: (n: number) => void): void {
  for (let n = 0; n < 10; n++) run(n);
  const times = many(RUNS).map((n) => {
    const start = performance.now();
    run(n);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const at = (quantile: number) => times[Math.floor(quantile * (RUNS - 1))]!.toFixed(2);
  console.log(
    `${name.padEnd(58)} best ${at(0).padStart(7)}  median ${at(0.5).padStart(7)}  p95 ${at(0.95).padStart(7)}`,
  );
}

const all = many(COMPANIES).map(figures);
const portfolio: Portfolio = createPortfolio(definitions);
const start = performance.now();
for (const company of all) putCompany(portfolio, company);
console.log(`built in ${Math.round(performance.now() - start)} ms; ${memory()}`);

const request = (query: Partial<DashboardQuery>) => ({
  grants,
  scope: everyCompany,
  query: { ...WHOLE_DASHBOARD, ...query },
  asOf: '2026-11-22',
});
const threeFilters = (n: number) =>
  request({
    accountGroup: [`group-${n % 20}`],
    accountManager: [`user-${n % 20}`],
    health: [DEFAULT_HEALTH_BANDS[n % 3]!.name],
  });

time('dashboard, no filter', () => dashboard(portfolio, request({})));
time('dashboard, per seat, by alignment, weighted', () =>
  dashboard(portfolio, request({ value: 'perSeat', rank: 'alignment', weighted: true })),
);
time('dashboard, group + manager + health', (n) => dashboard(portfolio, threeFilters(n)));
time('dashboard, 10 stack items', () =>
  dashboard(portfolio, request({ stackItem: many(10).map((i) => `item-${i * 6}`) })),
);
time('JSON.stringify(dashboard), no filter', () => JSON.stringify(dashboard(portfolio, request({}))));
time('dashboardJson, no filter', () => dashboardJson(portfolio, request({})));
time('dashboardJson, no filter, after a change of one company', (n) => {
  putCompany(portfolio, { ...all[n]!, mrr: 1_000_000 + n });
  dashboardJson(portfolio, request({}));
});
time('dashboardJson, group + manager + health', (n) => dashboardJson(portfolio, threeFilters(n)));
time('rows behind one stack item', (n) =>
  dashboardRows(portfolio, request({}), {
    element: 'stackAlignment',
    slice: `item-${n}`,
    item: null,
    figure: 'mrrOpportunity',
  }),
);
time('rows behind the whole sunburst', () =>
  dashboardRows(portfolio, request({}), {
    element: 'stackOpportunity',
    slice: null,
    item: null,
    figure: null,
  }),
);
