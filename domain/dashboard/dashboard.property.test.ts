import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPortfolio, putCompany, removeCompany } from '../portfolio/columns.ts';
import type { CompanyFigures } from '../portfolio/figures.ts';
import { type Dashboard, dashboard, dashboardJson } from './dashboard.ts';
import { naiveDashboard } from './testing/naive-dashboard.ts';
import {
  COMPANY_IDS,
  definitionsArbitrary,
  figuresArbitrary,
  grantsArbitrary,
  portfolioOf,
  queryArbitrary,
  requestOf,
  scopeOf,
  worldArbitrary,
} from './testing/world.ts';

/** Room in time for many random cases while other tests run beside. */
const SLOW_MACHINE = 60_000;

const textOf = (json: Uint8Array) => new TextDecoder().decode(json);

test(
  'the dashboard is what the rules say, computed the slow way',
  () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        const portfolio = portfolioOf(world.definitions, world.companies);
        expect(dashboard(portfolio, requestOf(world))).toEqual(naiveDashboard(world));
      }),
      { numRuns: 700 },
    );
  },
  SLOW_MACHINE,
);

test(
  'the text is that of the dashboard as JSON',
  () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        const portfolio = portfolioOf(world.definitions, world.companies);
        const request = requestOf(world);
        expect(textOf(dashboardJson(portfolio, request))).toBe(JSON.stringify(dashboard(portfolio, request)));
      }),
      { numRuns: 200 },
    );
  },
  SLOW_MACHINE,
);

test(
  'the order in which companies were read does not matter',
  () => {
    const shuffled = worldArbitrary.chain((world) =>
      fc.tuple(
        fc.constant(world),
        fc.shuffledSubarray([...world.companies], {
          minLength: world.companies.length,
          maxLength: world.companies.length,
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([world, companies]) => {
        const request = requestOf(world);
        const [a, b] = [world.companies, companies].map((order) => portfolioOf(world.definitions, order));
        expect(textOf(dashboardJson(b!, request))).toBe(textOf(dashboardJson(a!, request)));
      }),
      { numRuns: 200 },
    );
  },
  SLOW_MACHINE,
);

test(
  'a portfolio that companies come to, change in and leave shows at every step what one made afresh shows',
  () => {
    const history = definitionsArbitrary.chain((definitions) =>
      fc.record({
        definitions: fc.constant(definitions),
        grants: grantsArbitrary,
        viewer: fc.option(fc.constantFrom('u0', 'u1')),
        queries: fc.array(queryArbitrary, { minLength: 1, maxLength: 3 }),
        changes: fc.array(
          fc.oneof(
            { arbitrary: fc.constantFrom(...COMPANY_IDS), weight: 1 },
            {
              arbitrary: fc.constantFrom(...COMPANY_IDS).chain((id) => figuresArbitrary(definitions, id)),
              weight: 4,
            },
          ),
          { maxLength: 40 },
        ),
      }),
    );
    fc.assert(
      fc.property(history, ({ definitions, changes, queries, ...access }) => {
        const portfolio = createPortfolio(definitions);
        const scope = scopeOf(access);
        const companies = new Map<string, CompanyFigures>();
        changes.forEach((change, step) => {
          if (typeof change === 'string') {
            removeCompany(portfolio, change);
            companies.delete(change);
          } else {
            putCompany(portfolio, change);
            companies.set(change.id, change);
          }
          const query = queries[step % queries.length]!;
          const request = { ...requestOf({ ...access, query }), scope };
          const afresh = dashboard(portfolioOf(definitions, companies.values()), request);
          expect(dashboard(portfolio, request)).toEqual(afresh);
          expect(textOf(dashboardJson(portfolio, request))).toBe(JSON.stringify(afresh));
        });
      }),
      { numRuns: 200 },
    );
  },
  SLOW_MACHINE,
);

test(
  'companies that the viewer may not see change nothing but the midpoint of value, what follows from it, and the average number of employees',
  () => {
    const changed = worldArbitrary.chain((world) =>
      fc.record({
        world: fc.constant({ ...world, query: { ...world.query, segment: [] } }),
        others: fc.tuple(...COMPANY_IDS.map((id) => fc.option(figuresArbitrary(world.definitions, id)))),
      }),
    );
    fc.assert(
      fc.property(changed, ({ world, others }) => {
        const scope = scopeOf(world);
        const sees = (id: string) => scope.all || scope.ids.has(id);
        const seen = world.companies.filter(({ id }) => sees(id));
        const unseen = others.filter((company) => company !== null).filter(({ id }) => !sees(id));
        const [before, after] = [world.companies, [...seen, ...unseen]].map((companies) =>
          dashboard(portfolioOf(world.definitions, companies), requestOf(world)),
        );
        expect(withoutMidpoint(after!)).toEqual(withoutMidpoint(before!));
      }),
      { numRuns: 200 },
    );
  },
  SLOW_MACHINE,
);

function withoutMidpoint({ segments, ...rest }: Dashboard) {
  const { valueMidpoint, averageEmployees, quadrants, points, ...others } = segments;
  return { ...rest, ...others, points: points.map(({ quadrant, ...point }) => point) };
}

test(
  'parts add up to their wholes, and shares to 1',
  () => {
    fc.assert(
      fc.property(worldArbitrary, (world) => {
        const portfolio = portfolioOf(world.definitions, world.companies);
        const shown = dashboard(portfolio, requestOf(world));
        const { segments, health, opportunityByHealth, stackOpportunity } = shown;
        const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(total(segments.quadrants.map((q) => q.companies)) + segments.notPlaced).toBe(shown.companies);
        expect(segments.points).toHaveLength(shown.companies - segments.notPlaced);
        expect(total(health.map((slice) => slice.companies))).toBe(shown.companies);
        expect(total(opportunityByHealth.map((slice) => slice.total))).toBe(stackOpportunity.total);
        expect(total(opportunityByHealth.map((slice) => slice.mrr))).toBe(stackOpportunity.mrr);
        const items = new Map(
          stackOpportunity.tags.flatMap((tag) => tag.items.map((item) => [item.id, item])),
        );
        expect(total([...items.values()].map((item) => item.total))).toBe(stackOpportunity.total);
        for (const tag of stackOpportunity.tags) {
          expect(total(tag.items.map((item) => item.oneTime))).toBe(tag.oneTime);
          // Credits of trillions can cancel down to a cent, whose shares no double adds up.
          const plain = tag.items.every((item) => item.total >= 0);
          if (plain && tag.total > 0)
            expect(total(tag.items.map((item) => item.shareOfTag))).toBeCloseTo(1, 6);
        }
        if (shown.companies > 0) expect(total(health.map((slice) => slice.share))).toBeCloseTo(1, 9);
      }),
      { numRuns: 200 },
    );
  },
  SLOW_MACHINE,
);
