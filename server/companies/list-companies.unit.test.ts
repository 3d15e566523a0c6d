import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPANY_SORTS } from '../../contract/companies.ts';
import {
  ASOF,
  COMPANY_IDS,
  portfolioOf,
  scopeOf,
  type World,
  worldArbitrary,
} from '../../domain/dashboard/testing/world.ts';
import { removeCompany } from '../../domain/portfolio/columns.ts';
import { compareText } from '../../domain/text/compare.ts';
import { type ListQuery, pageOfCompanies } from './list-companies.ts';
import { FIGURES } from './sorted-companies.ts';

const queries = fc.record({
  sort: fc.constantFrom(...COMPANY_SORTS),
  order: fc.constantFrom('asc', 'desc'),
  limit: fc.integer({ min: 1, max: 5 }),
});

function viewerOf(world: World) {
  const { definitions, companies, grants } = world;
  const portfolio = portfolioOf(definitions, companies);
  const loaded = { workspace: 'w', revision: 1, definitions, grants, portfolio, asOf: ASOF };
  return { loaded, scope: scopeOf(world) };
}

type Listing = ReturnType<typeof viewerOf>;

/** The ids on all pages, one page after the other. */
function everyPage(
  viewer: Listing,
  query: ListQuery,
  among: ReadonlySet<string> | null = null,
  afterPage = () => {},
): string[] {
  const listed: string[] = [];
  let cursor: string | null = null;
  do {
    const page: ReturnType<typeof pageOfCompanies> = pageOfCompanies(
      viewer,
      { ...query, ...(cursor ? { cursor } : {}) },
      among,
    );
    expect(page.slots.length).toBeLessThanOrEqual(query.limit);
    listed.push(...page.slots.map((slot) => viewer.loaded.portfolio.ids[slot]!));
    cursor = page.next;
    afterPage();
  } while (cursor);
  return listed;
}

/** The same order, said by comparing whole companies. */
function expected(
  { loaded: { portfolio }, scope }: Listing,
  { sort, order }: ListQuery,
  among: ReadonlySet<string> | null,
): string[] {
  const direction = order === 'asc' ? 1 : -1;
  const rows = [...portfolio.slots].map(([id, slot]) => ({
    id,
    name: portfolio.names[slot]!,
    figure: FIGURES[sort]?.(portfolio, slot) ?? null,
  }));
  type Row = (typeof rows)[number];
  const byName = (a: Row, b: Row) => compareText(a.name, b.name) || compareText(a.id, b.id);
  return rows
    .filter(({ id }) => (scope.all || scope.ids.has(id)) && (!among || among.has(id)))
    .sort((a, b) => {
      if (sort === 'name') return direction * byName(a, b);
      if (a.figure === null || b.figure === null)
        return Number(a.figure === null) - Number(b.figure === null) || byName(a, b);
      return direction * (a.figure - b.figure) || byName(a, b);
    })
    .map(({ id }) => id);
}

test('the pages of a list make the whole list, sorted, of what the viewer sees', () => {
  fc.assert(
    fc.property(worldArbitrary, queries, fc.option(fc.subarray(COMPANY_IDS)), (world, query, ids) => {
      const viewer = viewerOf(world);
      const among = ids && new Set(ids);
      expect(everyPage(viewer, query, among)).toEqual(expected(viewer, query, among));
    }),
  );
});

test('a list goes on where it was when a company of the last page is gone', () => {
  fc.assert(
    fc.property(worldArbitrary, queries, fc.nat(13), (world, query, at) => {
      const viewer = viewerOf(world);
      const before = expected(viewer, query, null);
      const gone = `c${at}`;
      const seen = everyPage(viewer, query, null, () => removeCompany(viewer.loaded.portfolio, gone));
      expect(seen.filter((id) => id !== gone)).toEqual(before.filter((id) => id !== gone));
    }),
  );
});

test('a search lists the best first, whatever it is sorted by', () => {
  fc.assert(
    fc.property(
      worldArbitrary,
      queries,
      fc.constantFrom('a', 'ac', 'acme', 'AMCE', 'labs', 'zoe', '😀'),
      (world, query, search) => {
        const viewer = viewerOf(world);
        const found = everyPage(viewer, { ...query, search });
        const { names, slots } = viewer.loaded.portfolio;
        const nameOf = (id: string) =>
          names[slots.get(id)!]!.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
        const begins = found.map((id) => nameOf(id).startsWith(search.toLowerCase()));
        expect(begins).toEqual([...begins].sort((a, b) => Number(b) - Number(a)));
        expect(found).toEqual(
          expected(viewer, query, new Set(found)).sort(
            (a, b) => Number(begins[found.indexOf(b)]) - Number(begins[found.indexOf(a)]),
          ),
        );
        const all = expected(viewer, query, null);
        expect(
          all.filter((id) => nameOf(id).includes(search.toLowerCase())).every((id) => found.includes(id)),
        ).toBe(true);
      },
    ),
  );
});

test.each(['', 'x', 'bnVsbA', Buffer.from('[1,2,3]').toString('base64url')])(
  'the cursor %j is refused',
  (cursor) => {
    const [world] = fc.sample(worldArbitrary, { numRuns: 1, seed: 7 });
    expect(() =>
      pageOfCompanies(viewerOf(world!), { sort: 'name', order: 'asc', limit: 1, cursor }, null),
    ).toThrow('cursor');
  },
);
