import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Contract, CYCLES } from '../portfolio/facts.ts';
import { AS_OF, company, contract, definitions, line } from '../portfolio/test-company.ts';
import { companyRevenue, mrrByProductCode } from './company-revenue.ts';
import { explainRevenue } from './explain-revenue.ts';
import { nextRenewal } from './next-renewal.ts';

const rules = definitions({ excludedVendors: new Set(['Carrier']) });

function revenue(contracts: readonly Contract[], asOf = AS_OF) {
  return companyRevenue(company({ contracts }), rules, asOf);
}

test('company MRR and one-time are the overrides, else the sums over the contracts; both are known', () => {
  const contracts = [
    contract({ amount: 10000 }),
    contract({ amount: 5000, excluded: true }),
    contract({
      lines: [line({ unitPrice: 2000 }), line({ cycle: 'onetime', unitPrice: 700, start: '2026-02-01' })],
    }),
  ];
  expect(revenue(contracts)).toMatchObject({ mrr: 12000, oneTime: 700 });
  const overridden = company({ contracts, mrrOverride: 0, oneTimeOverride: 99 });
  expect(companyRevenue(overridden, rules, AS_OF)).toMatchObject({
    mrr: 0,
    mrrFromContracts: 12000,
    oneTime: 99,
    oneTimeFromContracts: 700,
  });
});

test('one-time is of the 12 months that end today, on 29 February too', () => {
  const dated = (start: string) => contract({ lines: [line({ cycle: 'onetime', unitPrice: 1, start })] });
  expect(revenue([dated('2023-02-28'), dated('2023-03-01')], '2024-02-29').oneTime).toBe(1);
});

test('product codes bill what recurs and is in force, whether the header counts or the lines', () => {
  const contracts = [
    contract({ amount: 10000, revenueFrom: 'header', lines: [line({ productCode: 'FW', unitPrice: 300 })] }),
    contract({
      lines: [line({ productCode: 'FW', unitPrice: 1200, cycle: 'annual' }), line({ unitPrice: 5 })],
    }),
    contract({ end: '2026-01-01', lines: [line({ productCode: 'BK', unitPrice: 9 })] }),
    contract({ lines: [line({ productCode: 'BK', unitPrice: 9, cycle: 'onetime', start: AS_OF })] }),
    contract({ lines: [line({ productCode: 'BK', unitPrice: 9, vendor: 'Carrier' })] }),
  ];
  expect(mrrByProductCode(revenue(contracts))).toEqual(new Map([['FW', 400]]));
});

test.each<[string, Contract[], string | null]>([
  [
    'the nearest end',
    [contract({ id: 'a', end: '2027-01-01' }), contract({ id: 'b', end: '2026-12-01' })],
    'b',
  ],
  ['today still', [contract({ id: 'a', end: AS_OF })], 'a'],
  ['not yesterday', [contract({ id: 'a', end: '2026-11-21' })], null],
  [
    'the first by id on one day',
    [contract({ id: 'b', end: '2027-01-01' }), contract({ id: 'a', end: '2027-01-01' })],
    'a',
  ],
  ['none of an excluded contract', [contract({ end: '2027-01-01', excluded: true })], null],
  ['none of a contract that has not begun', [contract({ start: '2026-12-01', end: '2027-01-01' })], null],
  ['none without an end', [contract()], null],
])('next renewal: %s', (_, contracts, expected) => {
  expect(nextRenewal(revenue(contracts).contracts, AS_OF)?.revenue.contract.id ?? null).toBe(expected);
});

test('a renewal is told with its days and the MRR at stake', () => {
  const contracts = [contract({ amount: 10000, end: '2026-12-22' })];
  const explained = explainRevenue(revenue(contracts), company(), 'USD', AS_OF);
  expect(explained.nextRenewal).toEqual({
    contract: { id: 'k', name: 'Managed services' },
    end: '2026-12-22',
    days: 30,
    mrr: 10000,
  });
});

test('every contract and line in and out is told with its reason', () => {
  const contracts = [
    contract({
      id: 'a',
      amount: 10000,
      lines: [line({ unitPrice: 500, start: '2027-01-01' }), line({ unitPrice: 300 })],
    }),
    contract({ id: 'b', vendor: 'Carrier', amount: 100 }),
    contract({ id: 'c', currency: 'EUR', amount: 100 }),
    contract({ id: 'd', end: '2026-01-31', amount: 100 }),
  ];
  const { mrr, contracts: told } = explainRevenue(revenue(contracts), company(), 'USD', AS_OF);
  expect(mrr.rows.map(({ amount, counts, reason }) => [amount, counts, reason])).toEqual([
    [10000, false, 'The contract counts by its lines'],
    [500, false, 'The line starts on 2027-01-01'],
    [300, true, 'In force'],
    [100, false, 'The vendor Carrier is excluded'],
    [100, false, 'In EUR, not USD, and no exchange rate is set'],
    [100, false, 'The contract ended on 2026-01-31'],
  ]);
  expect(told.map((row) => [row.inForce, row.revenueFrom, row.revenueFromReason, row.mrr])).toEqual([
    [true, 'lines', 'It has recurring lines', 300],
    [false, 'header', 'It has an amount and no recurring line', 0],
    [false, 'header', 'It has an amount and no recurring line', 0],
    [false, 'header', 'It has an amount and no recurring line', 0],
  ]);
});

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const day = fc.constantFrom(
  '2025-11-22',
  '2025-11-23',
  '2026-05-01',
  '2026-11-21',
  AS_OF,
  '2026-11-23',
  '2027-03-01',
);
const cents = fc.integer({ min: -(10 ** 9), max: 10 ** 9 });
const cycle = maybe(fc.constantFrom(...CYCLES));
const vendor = fc.constantFrom(null, 'Carrier', 'Reseller');
const anyLine = fc
  .record({
    vendor,
    cycle,
    quantity: fc.constantFrom(null, '0', '0.5', '1.333', '12', '250'),
    unitPrice: maybe(cents),
    start: maybe(day),
    cancelledOn: maybe(day),
  })
  .map(line);
const anyContract = fc
  .record({
    vendor,
    cycle,
    status: fc.constantFrom('active' as const, 'inactive' as const),
    start: maybe(day),
    end: maybe(day),
    amount: maybe(cents),
    currency: fc.constantFrom(null, 'USD', 'EUR'),
    revenueFrom: fc.constantFrom(null, 'header' as const, 'lines' as const),
    excluded: fc.boolean(),
    lines: fc.array(anyLine, { maxLength: 4 }),
  })
  .map(contract);
const anyContracts = fc.array(anyContract, { maxLength: 5 });

test('the rows that count sum to the figure, and so do the contracts', () => {
  fc.assert(
    fc.property(anyContracts, (contracts) => {
      const told = explainRevenue(revenue(contracts), company(), 'USD', AS_OF);
      for (const figure of ['mrr', 'oneTime'] as const) {
        const rows = told[figure].rows.filter((row) => row.counts);
        expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(told[figure].amount);
        expect(told.contracts.reduce((sum, row) => sum + row[figure], 0)).toBe(told[figure].amount);
      }
    }),
  );
});

test('no contract brings recurring revenue from its header and from its lines', () => {
  fc.assert(
    fc.property(anyContract, (one) => {
      const counting = revenue([one]).contracts[0]!.items.filter(
        (item) => item.verdict === 'counts' && item.cycle !== 'onetime',
      );
      expect(new Set(counting.map((item) => item.line === null)).size).toBeLessThanOrEqual(1);
    }),
  );
});

test('the order of contracts and lines changes no figure', () => {
  fc.assert(
    fc.property(anyContracts, (contracts) => {
      const turned = contracts.map((one) => contract({ ...one, lines: [...one.lines].reverse() })).reverse();
      const { mrr, oneTime } = revenue(contracts);
      expect(revenue(turned)).toMatchObject({ mrr, oneTime });
      expect(mrrByProductCode(revenue(turned))).toEqual(mrrByProductCode(revenue(contracts)));
    }),
  );
});

test('a contract that is out changes nothing', () => {
  const out = fc.constantFrom({ excluded: true }, { vendor: 'Carrier' }, { currency: 'EUR' });
  fc.assert(
    fc.property(anyContracts, anyContract, out, (contracts, one, why) => {
      const { mrr, oneTime } = revenue(contracts);
      const more = revenue([...contracts, contract({ ...one, ...why })]);
      expect(more).toMatchObject({ mrr, oneTime });
      expect(mrrByProductCode(more)).toEqual(mrrByProductCode(revenue(contracts)));
    }),
  );
});
