import { describe, expect, test } from 'vitest';
import { cycleAmount } from '../../../domain/contracts/cycle.ts';
import { billingPeriod } from './billing-period.ts';
import { lineAmount } from './line-amount.ts';
import { contract, contractLine, ownContract, ownContractId } from './map-billing.ts';
import { ClientContract, InvoiceLine, RecurringInvoice } from './shapes.ts';

const TODAY = '2026-11-29';

test.each([
  // code, label → code, cycle, certain
  ['1', null, '1', 'weekly', false],
  ['2', null, '2', 'monthly', false],
  ['3', null, '3', 'annual', false],
  ['4', null, '4', 'quarterly', false],
  ['5', null, '5', 'semiannual', false],
  ['6', null, '6', null, false],
  ['7', null, '7', 'triennial', false],
  ['8', null, '8', null, false],
  ['9', null, '9', null, false],
  ['42', null, '42', null, false],
  ['2', 'Quarterly', '2', 'quarterly', true],
  ['6', 'Half-yearly', '6', 'semiannual', true],
  ['2', 'Every so often', '2', null, false],
  [null, 'Monthly', 'Monthly', 'monthly', true],
] as const)(
  'period %s with label %s: mapped by %s, it means %s, certainly: %s',
  (code, label, by, cycle, certain) => {
    expect(billingPeriod(code, label)).toMatchObject({ code: by, cycle, certain });
  },
);

test('no period is no period, and a number alone is named as what it is', () => {
  expect(billingPeriod(null, null)).toBeNull();
  expect(billingPeriod('2', null)?.label).toBe('Period 2 (monthly?)');
  expect(billingPeriod('6', null)?.label).toBe('Period 6');
});

describe('what a line bills', () => {
  test.each([
    // quantity, price, discount, net amount, net total → quantity × unit price, notice
    [10, 25, null, null, null, '10', '25', null],
    [10, 25, 10, null, null, '10', '22.5', '10 × 25, net 225'],
    [10, 25, null, 240, null, '10', '24', '10 × 25, net 240'],
    [10, 25, null, 240, 230, '10', '23', '10 × 25, net 230'],
    [3, 10, null, null, 25, '1', '25', '3 × 10, net 25'],
    [1000, 0.035, null, null, null, '1', '35', '1000 × 0.035'],
    [10, 25, 100, null, null, '10', '0', '10 × 25, net 0'],
    [0, 25, null, null, 0, '0', '25', null],
    [null, null, null, 99.5, null, '1', '99.5', null],
    [2, null, null, null, null, '2', null, 'HaloPSA says no amount.'],
    [-1, 50, null, null, -50, '-1', '50', null],
  ])(
    '%s × %s, discount %s %%, net %s / %s: %s × %s (%s)',
    (qty_order, unit_price, discount_perc, net_amount, net_total, quantity, unitPrice, notice) => {
      const line = InvoiceLine.parse({
        id: 1,
        qty_order,
        unit_price,
        discount_perc,
        net_amount,
        net_total,
        total_price: 999,
      });
      expect(lineAmount(line)).toEqual({ quantity, unitPrice, notice });
    },
  );
});

describe('MRR of recurring invoices', () => {
  const invoice = {
    id: 7,
    client_id: 3,
    contract_id: 12,
    period: 2,
    startdate: '2026-01-01T00:00:00',
    enddate: '1900-01-01T00:00:00',
  };
  test.each([
    ['10 × 25 monthly', { qty_order: 10, unit_price: 25, billingperiod: 2 }, 250_00],
    ['1 × 1200 yearly', { qty_order: 1, unit_price: 1200, billingperiod: 3 }, 100_00],
    ['the period of the invoice, if the line has none', { qty_order: 1, unit_price: 40 }, 40_00],
    ['one-time 500', { qty_order: 1, unit_price: 500, billingperiod: 2, onetimecharge: true }, 0],
    ['a period that nobody knows', { qty_order: 1, unit_price: 500, billingperiod: 6 }, null],
    ['a heading', { qty_order: 1, unit_price: 500, isgroupdesc: true }, 0],
    ['switched off', { qty_order: 1, unit_price: 500, isinactive: true }, 0],
    ['ended yesterday', { qty_order: 1, unit_price: 500, enddate: '2026-11-28T00:00:00' }, 0],
    ['ends today', { qty_order: 1, unit_price: 500, enddate: '2026-11-29T00:00:00' }, 500_00],
    ['starts tomorrow', { qty_order: 1, unit_price: 500, startdate: '2026-11-30T00:00:00' }, 0],
  ])('%s', (_, line, expected) => {
    expect(monthOf(invoice, line)).toBe(expected);
  });

  test('lines 10 × 25 (monthly) and 1 × 1200 (yearly), 500 once: 350 a month', () => {
    const lines = [
      { qty_order: 10, unit_price: 25, billingperiod: 2 },
      { qty_order: 1, unit_price: 1200, billingperiod: 3 },
      { qty_order: 1, unit_price: 500, billingperiod: 2, onetimecharge: true },
    ];
    expect(lines.map((line) => monthOf(invoice, line)).reduce((sum, cents) => sum! + cents!, 0)).toBe(350_00);
  });

  /** Null: it cannot be said. */
  function monthOf(header: object, entry: object): number | null {
    const of = RecurringInvoice.parse(header);
    const fields = contractLine(
      InvoiceLine.parse({ id: 1, ...entry }),
      of,
      { id: '12', fields: ownContract(of) },
      null,
      new Map(),
    );
    if (fields === null || fields.oneTime) return 0;
    if ((fields.startOn ?? TODAY) > TODAY || (fields.cancelledOn ?? '9999-12-31') <= TODAY) return 0;
    const { cycle } = fields.period!;
    return cycle && cycleAmount(Number(fields.unitPrice) * 100, fields.quantity, cycle);
  }
});

describe('a contract', () => {
  const row = (more: object = {}) =>
    ClientContract.parse({
      id: 12,
      client_id: 3,
      ref: 'Gold',
      active: true,
      start_date: '2024-01-01T00:00:00',
      end_date: '2027-12-31T00:00:00',
      billingperiod: 2,
      ...more,
    });
  const invoice = (more: object = {}) =>
    RecurringInvoice.parse({
      id: 7,
      client_id: 3,
      contract_id: 12,
      period: 2,
      startdate: '2024-01-01T00:00:00',
      ...more,
    });

  test.each([
    [
      'its own amount, without a recurring invoice',
      { periodchargeamount: 900 },
      [],
      {
        amount: '900',
        recurring: true,
        notice: "This is the contract's own amount: HaloPSA has no recurring invoice for it.",
      },
    ],
    [
      'the lines of its invoice, and never both',
      { periodchargeamount: 900 },
      [invoice()],
      { amount: null, recurring: true, notice: null },
    ],
    [
      'nothing regular, without invoice, amount and period',
      { billingperiod: 0 },
      [],
      { amount: null, recurring: false, period: null },
    ],
    ['an amount of nothing', { periodchargeamount: 0 }, [], { amount: null, notice: null }],
    [
      'ended, and not billed',
      { end_date: '2025-12-31T00:00:00' },
      [],
      { active: true, endOn: '2025-12-31', notice: null },
    ],
    [
      'ended, but billed on',
      { end_date: '2025-12-31T00:00:00' },
      [invoice()],
      {
        active: true,
        endOn: null,
        notice: 'It ended on 2025-12-31, but a recurring invoice still bills it.',
      },
    ],
    [
      'ended, and billed no longer',
      { end_date: '2025-12-31T00:00:00' },
      [invoice({ enddate: '2025-12-31T00:00:00' })],
      { endOn: '2025-12-31', notice: null },
    ],
    ['cancelled', { active: false, contract_status: 'Cancelled' }, [], { active: false }],
    [
      'cancelled, but billed on',
      { active: false, contract_status: 'Cancelled' },
      [invoice()],
      { active: true, notice: 'HaloPSA calls it Cancelled, but a recurring invoice still bills it.' },
    ],
    ['rolling on', { rollingcontract: true }, [], { endOn: null }],
    ['begun by its invoice', {}, [invoice({ startdate: '2023-06-01T00:00:00' })], { startOn: '2023-06-01' }],
    ['named by what it has', { ref: null, refextra: null }, [], { name: 'Contract 12' }],
    [
      'in the currency of its invoice',
      {},
      [invoice({ currency: '$', currency_code_name: 'usd' })],
      { currency: 'USD' },
    ],
  ] as const)('%s', (_, more, invoices, expected) => {
    expect(contract(row(more), invoices, TODAY)).toMatchObject(expected);
  });

  test('a recurring invoice without one is a contract by itself', () => {
    const own = invoice({
      contract_id: 4711,
      contract_ref: 'Old gold',
      enddate: '2027-01-31T00:00:00',
      periodname: 'Quarterly',
    });
    expect(ownContractId(own)).toBe('recurring-7');
    expect(ownContract(own)).toMatchObject({
      company: '3',
      name: 'Old gold',
      active: true,
      startOn: '2024-01-01',
      endOn: '2027-01-31',
      amount: null,
      period: { cycle: 'quarterly', certain: true },
    });
  });
});

describe('a line', () => {
  const invoice = RecurringInvoice.parse({
    id: 7,
    client_id: 3,
    period: 2,
    periodname: 'Monthly',
    startdate: '2026-01-01T00:00:00',
    enddate: '2026-12-31T00:00:00',
  });
  const of = { id: '12', fields: { ...ownContract(invoice), endOn: null } };
  const item = {
    sku: 'EDR',
    name: 'Endpoint',
    category: null,
    price: null,
    cost: null,
    recurring: true,
    vendor: 'SentinelOne',
    active: true,
  };
  test.each([
    [
      'is its product, where it says nothing itself',
      { _itemid: 5 },
      { product: '5', sku: 'EDR', description: 'Endpoint', vendor: 'SentinelOne' },
    ],
    [
      'says so itself',
      { item_code: 'X', item_shortdescription: 'Other', supplier_name: 'Datto' },
      { sku: 'X', description: 'Other', vendor: 'Datto' },
    ],
    ['has its supplier by number', { supplier: 9 }, { vendor: 'Fortinet' }],
    ['begins and ends with its invoice', {}, { startOn: '2026-01-01', cancelledOn: '2027-01-01' }],
    [
      'begins later and ends earlier',
      { startdate: '2026-03-01T00:00:00', enddate: '2026-05-31T00:00:00' },
      { startOn: '2026-03-01', cancelledOn: '2026-06-01' },
    ],
    [
      'has the label of its invoice for the same period',
      { billingperiod: 2 },
      { period: { code: '2', certain: true } },
    ],
    ['has no label for another one', { billingperiod: 3 }, { period: { code: '3', certain: false } }],
    [
      'is counted by HaloPSA',
      { qty_order: 0, unit_price: 5, recurring_invoice_quantity_type: 2 },
      { notice: 'HaloPSA counts the quantity itself; this is that of its last invoice.' },
    ],
  ])('%s', (_, line, expected) => {
    expect(
      contractLine(InvoiceLine.parse({ id: 1, ...line }), invoice, of, item, new Map([['9', 'Fortinet']])),
    ).toMatchObject(expected);
  });
});
