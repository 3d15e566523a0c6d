import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budget } from './budget.ts';
import { budgetShares } from './budget-shares.ts';
import { worthOf } from './worth.ts';

const asOf = '2026-11-22';
const open = (title: string, targetQuarter: string | null, mrr: number, oneTime: number) => ({
  title,
  targetQuarter,
  state: 'not_started' as const,
  ...worthOf({ winProbability: '50', lines: [{ mrr, oneTime }] }),
});
const plan = [
  open('Firewall', '2026-Q4', 100, 1000),
  open('Backup', '2027-Q2', 10, 0),
  open('Laptops', '2027-Q2', 0, 900),
  open('Overdue', '2026-Q3', 7, 7),
  open('Some day', null, 7, 7),
];

test.each([
  ['2026-Q4', [['Firewall', 100, 1000, 3, 300, 1300]]],
  ['2027-Q1', [['Firewall', 0, 0, 3, 300, 300]]],
  [
    '2027-Q2',
    [
      ['Firewall', 0, 0, 3, 300, 300],
      ['Backup', 10, 0, 3, 30, 30],
      ['Laptops', 0, 900, 3, 0, 900],
    ],
  ],
  [
    '2027',
    [
      ['Firewall', 0, 0, 12, 1200, 1200],
      ['Backup', 10, 0, 9, 90, 90],
      ['Laptops', 0, 900, 9, 0, 900],
    ],
  ],
  ['2031', []],
])('%s costs', (period, shares) => {
  expect(
    budgetShares(plan, asOf, period).map(({ recommendation, mrr, oneTime, months, recurring, total }) => [
      recommendation.title,
      mrr,
      oneTime,
      months,
      recurring,
      total,
    ]),
  ).toEqual(shares);
});

test('the shares of every quarter and every year are its figures to the cent', () => {
  const cents = fc.option(fc.nat(10_000_000));
  const recommendation = fc
    .record({
      targetQuarter: fc.option(fc.constantFrom('2026-Q3', '2026-Q4', '2027-Q1', '2028-Q4', '2099-Q1')),
      state: fc.constantFrom('not_started' as const, 'started' as const, 'completed' as const),
      winProbability: fc.option(fc.integer({ min: 0, max: 10_000 }).map((percent) => String(percent / 100))),
      lines: fc.array(fc.record({ mrr: cents, oneTime: cents }), { maxLength: 3 }),
    })
    .map((planned) => ({ ...planned, ...worthOf(planned) }));
  fc.assert(
    fc.property(fc.array(recommendation), fc.constantFrom('gross', 'weighted'), (all, weighing) => {
      const { quarters, years } = budget(all, asOf, weighing);
      for (const period of [...quarters, ...years]) {
        const shares = budgetShares(all, asOf, period.period, weighing);
        for (const figure of ['mrr', 'oneTime', 'recurring', 'total'] as const)
          expect(shares.reduce((sum, share) => sum + share[figure], 0)).toBe(period[figure]);
      }
    }),
  );
});
