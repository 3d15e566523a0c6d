import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../dashboard/testing/naive-dashboard.ts';
import { cell, company, definitionsOf } from '../dashboard/testing/small-workspace.ts';
import { portfolioOf } from '../dashboard/testing/world.ts';
import { compare, fraction } from '../money/fraction.ts';
import { alignmentRatio, cellAlignment, compareRatios, ratioNumber } from './alignment-percent.ts';
import { createPortfolio, type Portfolio, putCompany, removeCompany } from './columns.ts';
import { averageEmployees, portfolioMidpoint, quadrantAt, valueAt } from './placement.ts';

/** Room in time for many random cases while other tests run beside. */
const SLOW_MACHINE = 60_000;

const namesOf = ({ order, slots, names }: Portfolio) =>
  [...order.subarray(0, slots.size)].map((slot) => names[slot]);

test('companies stand by name, then id, whatever comes, goes and is renamed', () => {
  const portfolio = createPortfolio(definitionsOf([]));
  for (const [id, name] of [
    ['1', 'b'],
    ['2', 'ﬀ'],
    ['3', '😀'],
    ['4', 'B'],
    ['5', 'b'],
  ] as const) {
    putCompany(portfolio, company(id, { name }));
  }
  expect(namesOf(portfolio)).toEqual(['B', 'b', 'b', 'ﬀ', '😀']);
  putCompany(portfolio, company('3', { name: 'A' }));
  removeCompany(portfolio, '1');
  removeCompany(portfolio, 'nosuch');
  expect(namesOf(portfolio)).toEqual(['A', 'B', 'b', 'ﬀ']);
  expect([...portfolio.order.subarray(0, 4)].map((slot) => portfolio.ids[slot])).toEqual([
    '3',
    '4',
    '5',
    '2',
  ]);
});

test('thousands of companies fit, and a slot that became free is used again', () => {
  const portfolio = createPortfolio(definitionsOf([{ id: 'backup' }, { id: 'phones' }]));
  for (let i = 0; i < 3000; i++)
    putCompany(portfolio, company(`c${i}`, { mrr: i, cells: [cell(1, i % 101)] }));
  removeCompany(portfolio, 'c7');
  putCompany(portfolio, company('new', { cells: [cell(0, 3)] }));
  expect(portfolio.slots.size).toBe(3000);
  expect(portfolio.slots.get('new')).toBe(7);
  const at = (id: string, item: number) => cellAlignment(portfolio, portfolio.slots.get(id)!, item);
  expect([at('c5', 1), at('c2999', 1), at('new', 0), at('new', 1)]).toEqual([5, 2999 % 101, 3, 0]);
});

test('an amount that is no whole number of cents is refused, and nothing is changed', () => {
  const portfolio = portfolioOf(definitionsOf([{ id: 'backup' }]), [company('acme', { mrr: 5 })]);
  const broken = company('acme', { name: 'Other', cells: [cell(0, 0, { mrr: 0.5 })] });
  expect(() => putCompany(portfolio, broken)).toThrow(
    'mrrOpportunity of company "acme" is 0.5, expected a whole number of cents',
  );
  expect(() => putCompany(portfolio, company('new', { mrr: Number.NaN }))).toThrow(
    'mrr of company "new" is NaN',
  );
  expect(namesOf(portfolio)).toEqual(['acme']);
  expect(valueAt(portfolio, 0, 'total')).toBe(5);
});

test('tags are known as long as a company carries them', () => {
  const portfolio = createPortfolio(definitionsOf([]));
  putCompany(portfolio, company('a', { tags: ['Gold', 'Gold', 'Blue'] }));
  putCompany(portfolio, company('b', { tags: ['Gold'] }));
  putCompany(portfolio, company('a', { tags: [] }));
  expect([...portfolio.tagUses]).toEqual([['Gold', 1]]);
  removeCompany(portfolio, 'b');
  expect([...portfolio.tagUses]).toEqual([]);
});

test('midpoints, averages and quadrants follow every change', () => {
  const portfolio = portfolioOf(definitionsOf([]), [
    company('a', { mrr: 100, employees: 3, effort: 60 }),
    company('b', { mrr: 201, employees: 2, effort: 10 }),
  ]);
  const state = () => [
    portfolioMidpoint(portfolio, 'total'),
    portfolioMidpoint(portfolio, 'perSeat'),
    averageEmployees(portfolio),
    quadrantAt(portfolio, 0, 'total'),
  ];
  expect(state()).toEqual([fraction(301, 2), fraction(803, 12), 2.5, 'low_value_high_effort']);
  putCompany(portfolio, company('b', { mrr: 100, employees: 0, effort: 10 }));
  expect(state()).toEqual([fraction(200, 2), fraction(100, 3), 1.5, 'high_value_high_effort']);
  putCompany(portfolio, company('a', { current: false, mrr: 1 }));
  expect(state().slice(0, 3)).toEqual([fraction(100), null, 0]);
});

test('values per seat that look equal as doubles are told apart, in the median and at the midpoint', () => {
  const perSeat = [
    { mrr: 2 ** 52, employees: 3 * 2 ** 50 },
    { mrr: 2 ** 52 + 1, employees: 3 * 2 ** 50 + 1 },
    { mrr: 2 ** 52 + 5, employees: 3 * 2 ** 50 + 4 },
  ];
  expect(new Set(perSeat.map(({ mrr, employees }) => mrr / employees)).size).toBe(1);
  const exact = perSeat.map(({ mrr, employees }) => fraction(mrr, employees)).sort(compare);
  for (const names of ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']) {
    const clients = perSeat.map((figures, i) => company(names[i]!, { ...figures, effort: 0 }));
    const portfolio = portfolioOf(definitionsOf([]), clients);
    expect(portfolioMidpoint(portfolio, 'perSeat')).toEqual(exact[1]);
    const low = clients.filter(
      (_, slot) => quadrantAt(portfolio, slot, 'perSeat') === 'low_value_low_effort',
    );
    expect(low.map(({ mrr, employees }) => fraction(mrr, employees!))).toEqual([exact[0]]);
  }
});

test.each([
  ['a third and two sixths', { n: 1, d: 3 }, { n: 2, d: 6 }, 0],
  ['less and more', { n: 1, d: 3 }, { n: 1, d: 2 }, -1],
  ['more and less of the same', { n: 2, d: 3 }, { n: 1, d: 3 }, 1],
  ['what differs beyond a double', { n: 2 ** 52 + 1, d: 2 ** 52 }, { n: 2 ** 52 + 2, d: 2 ** 52 + 1 }, 1],
  ['a number and a fraction', { n: 1, d: 2 }, fraction(2, 4), 0],
])('alignments are compared exactly: %s', (_, a, b, sign) => {
  expect(Math.sign(compareRatios(a, b))).toBe(sign);
});

test(
  'alignment % is the double nearest to the exact weighted mean, however fine weights and alignments are',
  () => {
    const decimals = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.integer({ min: 0, max: 16 }));
    const weighted = fc.array(fc.tuple(decimals, decimals), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(weighted, (pairs) => {
        const weights = pairs.map(([[digits, places]]) => ({
          n: digits % 10n ** BigInt(places + 1),
          d: 10n ** BigInt(places),
        }));
        const percents = pairs.map(([, [digits, places]]) => {
          const d = 10n ** BigInt(places);
          return { n: digits % (100n * d + 1n), d };
        });
        const text = ({ n, d }: { n: bigint; d: bigint }) => {
          const places = String(d).length - 1;
          const padded = String(n).padStart(places + 1, '0');
          return places ? `${padded.slice(0, -places)}.${padded.slice(-places)}` : padded;
        };
        const definitions = definitionsOf(
          weights.map((weight, i) => ({ id: `s${i}`, weight: text(weight) })),
        );
        const cells = percents.map((alignment, stackItem) => cell(stackItem, 0, {}, { alignment }));
        const portfolio = createPortfolio(definitions);
        for (const own of cells) putCompany(portfolio, company(`only ${own.stackItem}`, { cells: [own] }));
        putCompany(portfolio, company('acme', { cells }));

        const unit = 10n ** 40n;
        const scaled = weights.map(({ n, d }) => (n * unit) / d);
        const points = percents.reduce((sum, { n, d }, i) => sum + scaled[i]! * ((n * unit) / d), 0n);
        const weight = scaled.reduce((a, b) => a + b, 0n);
        const ratio = alignmentRatio(portfolio, portfolio.slots.get('acme')!, null);
        expect(ratio && ratioNumber(ratio)).toBe(weight ? nearest({ n: points, d: weight * unit }) : null);
        for (const [i, percent] of percents.entries()) {
          expect(cellAlignment(portfolio, portfolio.slots.get(`only ${i}`)!, i)).toBe(nearest(percent));
        }
      }),
      { numRuns: 300 },
    );
  },
  SLOW_MACHINE,
);
