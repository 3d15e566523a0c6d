import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Contract, CYCLES } from '../portfolio/facts.ts';
import { AS_OF, company, contract, definitions, line } from '../portfolio/test-company.ts';
import { companyRevenue } from './company-revenue.ts';
import { cycleAmount } from './cycle.ts';
import { exchangeRate } from './exchange-rate.ts';
import { explainRevenue } from './explain-revenue.ts';

const rules = definitions({
  exchangeRates: new Map([
    ['EUR', '1.0825'],
    ['JPY', '0.0065'],
    ['USD', '3'],
  ]),
});

function revenue(...contracts: Contract[]) {
  return companyRevenue(company({ contracts }), rules, AS_OF);
}

test.each([
  ['no currency of its own', null, '1'],
  ['the workspace’s currency, whatever rate is set for that', 'USD', '1'],
  ['a currency with a rate', 'EUR', '1.0825'],
  ['one without', 'GBP', null],
])('%s', (_, currency, expected) => {
  expect(exchangeRate({ currency }, rules)).toBe(expected);
});

test.each<[string, Partial<Contract>, number, number]>([
  ['640.00 EUR a month', { currency: 'EUR', amount: 64_000 }, 69_280, 0],
  [
    '100.00 EUR a quarter: 36.0833… a month',
    { currency: 'EUR', amount: 10_000, cycle: 'quarterly' },
    3608,
    0,
  ],
  ['half a cent goes up, of a credit too', { currency: 'EUR', amount: -20_000, cycle: 'triennial' }, -601, 0],
  ['a currency without a rate', { currency: 'GBP', amount: 64_000 }, 0, 0],
  ['100.00 EUR once', { currency: 'EUR', amount: 10_000, cycle: 'onetime', start: AS_OF }, 0, 10_825],
  [
    'each line is rounded by itself, after converting and not before: twice 0.01 EUR every other month',
    { currency: 'EUR', lines: [1, 2].map(() => line({ unitPrice: 1, cycle: 'bimonthly' })) },
    2,
    0,
  ],
  [
    'seats first: 12.5 × 3,000 JPY',
    { currency: 'JPY', lines: [line({ quantity: '12.5', unitPrice: 300_000 })] },
    24_375,
    0,
  ],
  ['an excluded contract stays out', { currency: 'EUR', amount: 64_000, excluded: true }, 0, 0],
])('%s', (_, own, mrr, oneTime) => {
  expect(revenue(contract(own))).toMatchObject({ mrr, oneTime });
});

test('every reason says how an amount was converted, or that it cannot be', () => {
  const contracts = [
    contract({ id: 'a', currency: 'EUR', amount: 10_000 }),
    contract({ id: 'b', currency: 'GBP', amount: 10_000 }),
    contract({ id: 'c', currency: 'USD', amount: 10_000 }),
    contract({ id: 'd', currency: 'EUR', amount: 10_000, vendor: null, end: '2026-01-31' }),
  ];
  const { mrr, contracts: told } = explainRevenue(revenue(...contracts), company(), 'USD', AS_OF);
  expect(mrr.rows.map(({ amount, currency, counts, reason }) => [amount, currency, counts, reason])).toEqual([
    [10_825, 'USD', true, 'In force, converted from EUR at 1.0825'],
    [10_000, 'GBP', false, 'In GBP, not USD, and no exchange rate is set'],
    [10_000, 'USD', true, 'In force'],
    [10_825, 'USD', false, 'The contract ended on 2026-01-31'],
  ]);
  expect(told.map(({ currency, exchangeRate }) => [currency, exchangeRate])).toEqual([
    ['EUR', '1.0825'],
    ['GBP', null],
    ['USD', '1'],
    ['EUR', '1.0825'],
  ]);
});

const MONTHS = {
  weekly: [52, 12],
  biweekly: [26, 12],
  monthly: [1, 1],
  bimonthly: [1, 2],
  quarterly: [1, 3],
};
const MORE = { semiannual: [1, 6], annual: [1, 12], biennial: [1, 24], triennial: [1, 36], onetime: [1, 1] };
const FACTORS: Readonly<Record<string, readonly number[]>> = { ...MONTHS, ...MORE };

/** Digits with so many places, as text. */
const decimal = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => [BigInt(digits), 10n ** BigInt(places), Number(digits), places] as const);

test('no converted amount is off by a cent: it is the nearest to the exact one, and a half goes up', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
      decimal(10 ** 6),
      decimal(10 ** 9),
      fc.constantFrom(...CYCLES),
      (price, quantity, rate, cycle) => {
        const [times = 1, per = 1] = FACTORS[cycle]!;
        const amount = cycleAmount(price, textOf(quantity), cycle, textOf(rate));
        fc.pre(Number.isSafeInteger(amount));
        const cents = BigInt(amount);
        // cents − ½ ≤ exact < cents + ½, in whole numbers
        const exact = BigInt(price) * quantity[0] * rate[0] * BigInt(times);
        const unit = quantity[1] * rate[1] * BigInt(per);
        expect((2n * cents - 1n) * unit <= 2n * exact).toBe(true);
        expect(2n * exact < (2n * cents + 1n) * unit).toBe(true);
      },
    ),
  );
});

function textOf([, , digits, places]: readonly [bigint, bigint, number, number]): string {
  const text = String(digits).padStart(places + 1, '0');
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
}

test('a rate of 1 changes nothing but the reason', () => {
  const one = definitions({ exchangeRates: new Map([['EUR', '1']]) });
  fc.assert(
    fc.property(
      fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
      fc.constantFrom(...CYCLES),
      (amount, cycle) => {
        const of = (currency: string | null) =>
          companyRevenue(
            company({ contracts: [contract({ currency, amount, cycle, start: AS_OF })] }),
            one,
            AS_OF,
          );
        const { mrr, oneTime } = of(null);
        expect(of('EUR')).toMatchObject({ mrr, oneTime });
      },
    ),
  );
});
