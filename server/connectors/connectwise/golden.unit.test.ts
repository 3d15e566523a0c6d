import { expect, test } from 'vitest';
import { planApply } from '../../../domain/sync/plan-apply.ts';
import type { RecordFields } from '../../../domain/sync/records.ts';
import { applyInput, company, mirror } from '../../../domain/sync/testing/some-records.ts';
import { toContract, toContractLine, toProduct } from './map-portfolio.ts';
import { additionShape, agreementShape, catalogItemShape } from './shapes.ts';

const CYCLES = new Map([
  ['1', 'Monthly'],
  ['2', 'Quarterly'],
  ['3', 'Yearly'],
  ['4', 'NotRecurring'],
  ['5', 'BiMonthly'],
  ['6', 'Weekly'],
  ['7', 'SemiAnnual'],
]);
const [MONTHLY, QUARTERLY, YEARLY, NOT_RECURRING, BIMONTHLY, WEEKLY, SEMIANNUAL] = [...CYCLES.keys()].map(
  (id) => ({ billingCycle: { id: Number(id), name: 'As billed' } }),
);
const billed = (quantity: number, unitPrice: number) => ({ quantity, unitPrice, billCustomer: 'Billable' });
const setup = toProduct(catalogItemShape.parse({ id: 5, description: 'Setup', recurringOneTimeFlag: true }));

/** What an agreement with additions comes to a month on 30 November 2026, in cents, once it is in the portfolio. */
function mrr(agreement: object, additions: readonly object[]): number {
  const row = {
    company: { id: 250 },
    startDate: '2026-01-01T00:00:00Z',
    agreementStatus: 'Active',
    ...agreement,
  };
  const contract = toContract(agreementShape.parse(row), '9', CYCLES);
  const lines = additions.map((addition, at) => {
    const line = toContractLine(additionShape.parse(addition), {
      contract: '9',
      company: '250',
      product: 'product' in addition ? (setup as RecordFields['products']) : undefined,
    });
    if (typeof line === 'string') throw new Error(line);
    return [String(at), line] as const;
  });
  const records = { companies: { 250: company() }, contracts: { 9: contract } };
  const plan = planApply(
    applyInput({ mirror: mirror({ ...records, contractLines: Object.fromEntries(lines) }) }),
  );
  return plan.companies[0]!.mrr!;
}

test.each<[string, object, readonly object[], number]>([
  [
    '1000 a month, 25 × 40 of which 5 are included, a line without charge, a line that was cancelled',
    { ...MONTHLY, billAmount: 1000 },
    [
      { ...billed(25, 40), lessIncluded: 5 },
      { ...billed(10, 9), billCustomer: 'NoCharge' },
      { ...billed(3, 100), cancelledDate: '2026-11-01T00:00:00Z' },
    ],
    1800_00,
  ],
  [
    '12000 a year and an addition of 600',
    { ...YEARLY, billAmount: 12000 },
    [{ extPrice: 600, billCustomer: 'Billable' }],
    1050_00,
  ],
  ['5000 once', { ...MONTHLY, oneTimeFlag: true, billAmount: 5000 }, [], 0],
  ['5000, billed once', { ...MONTHLY, billOneTimeFlag: true, billAmount: 5000 }, [], 0],
  ['5000 that does not recur', { ...NOT_RECURRING, billAmount: 5000 }, [], 0],
  [
    '3000 a quarter and an addition to come',
    { ...QUARTERLY, billAmount: 3000 },
    [{ ...billed(10, 10), effectiveDate: '2026-12-15T00:00:00Z' }],
    1000_00,
  ],
  ['1200 a half-year', { ...SEMIANNUAL, billAmount: 1200 }, [], 200_00],
  ['12 a week', { ...WEEKLY, billAmount: 12 }, [], 52_00],
  ['every two months, or twice a month: nobody has said', { ...BIMONTHLY, billAmount: 100 }, [], 0],
  ['how often, nobody knows', { billingCycle: { id: 99, name: 'Monthly' }, billAmount: 100 }, [], 0],
  ['without a billing cycle', { billAmount: 100 }, [billed(1, 100)], 0],
  [
    'a line that ends tomorrow',
    MONTHLY!,
    [{ ...billed(1, 80), cancelledDate: '2026-12-01T00:00:00Z' }],
    80_00,
  ],
  ['a line that ended today', MONTHLY!, [{ ...billed(1, 80), cancelledDate: '2026-11-30T00:00:00Z' }], 0],
  [
    'a product that is billed once',
    MONTHLY!,
    [{ ...billed(1, 500), product: { id: 5 } }, billed(1, 80)],
    80_00,
  ],
  ['an agreement to come', { ...MONTHLY, startDate: '2027-01-01T00:00:00Z', billAmount: 100 }, [], 0],
  ['one that has expired', { ...MONTHLY, agreementStatus: 'Expired', billAmount: 100 }, [], 0],
  ['one that ends today', { ...MONTHLY, endDate: '2026-11-30T00:00:00Z', billAmount: 100 }, [], 100_00],
  [
    'one that was cancelled as of today',
    { ...MONTHLY, cancelledFlag: true, dateCancelled: '2026-11-30T00:00:00Z', billAmount: 100 },
    [],
    0,
  ],
  [
    'one that is cancelled as of tomorrow',
    { ...MONTHLY, cancelledFlag: true, dateCancelled: '2026-12-01T00:00:00Z', billAmount: 100 },
    [],
    100_00,
  ],
  ['1000 pieces at 1.25 cents', MONTHLY!, [billed(1000, 0.0125)], 12_50],
  ['20 at 40 that are billed as 750', MONTHLY!, [{ ...billed(20, 40), extPrice: 750 }], 750_00],
])('%s', (_, agreement, additions, cents) => {
  expect(mrr(agreement, additions)).toBe(cents);
});
