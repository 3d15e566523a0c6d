import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../../../domain/calendar/day.ts';
import type { ContractLineRecord } from '../../../domain/sync/records.ts';
import { emptyTenant, putRecord } from '../../../test/psa/tenant.ts';
import { trueMrr } from '../../../test/psa/truth.ts';
import { toContract } from './contracts.ts';
import { type LineParts, toLine, type UnitRow } from './lines.ts';
import type { Labels } from './lookups.ts';
import { Contracts } from './shapes.ts';

const TODAY = '2026-11-29';
const LABELS: Readonly<Record<string, string>> = {
  'periodType 1': 'Monthly',
  'periodType 4': 'Yearly',
  'periodType 5': 'One-Time',
  'periodType 9': 'Every 10 weeks',
  'contractPeriodType 2': 'Monthly',
  'contractPeriodType 3': 'Quarterly',
};
const labels: Labels = (field, value) => LABELS[`${field} ${value}`] ?? null;

/** A service on a contract; price 100, monthly, 18 units this month, unless said otherwise. */
function line(parts: Partial<LineParts> = {}): ContractLineRecord {
  const fields = toLine(
    {
      contract: '7',
      company: '1',
      product: 'service-3',
      service: { unitPrice: '100', adjustedPrice: null, invoiceDescription: null },
      item: service('1'),
      rows: [units('18', '2026-11-01', '2026-11-30')],
      allRows: true,
      newestStart: null,
      labels,
      companies: (id) => (id === '12' ? 'Datto' : null),
      ...parts,
    },
    TODAY,
  );
  if (typeof fields === 'string') throw new Error(fields);
  return fields;
}

const service = (periodType: string | null, unitPrice = '999') => ({
  name: 'Backup',
  sku: 'BCDR',
  unitPrice,
  periodType,
  vendorCompanyID: '12',
});

const units = (count: string | null, startDate: string, endDate: string): UnitRow => ({
  units: count,
  startDate,
  endDate,
});

/** Three years of months, `count` units in each. */
const everyMonth = (count: string) =>
  Array.from({ length: 36 }, (_, n) => {
    const start = addMonths('2025-06-01', n);
    return units(count, start, addDays(addMonths(start, 1), -1));
  });

/** MRR in cents of a contract with these lines; its type is 7, its period every month. */
function mrr(lines: readonly ContractLineRecord[], contract: Record<string, unknown> = {}): number {
  const tenant = emptyTenant();
  const row = Contracts.parse({
    id: 7,
    companyID: 1,
    contractName: 'Managed services',
    contractType: 7,
    contractPeriodType: 2,
    status: 1,
    startDate: '2025-06-01T00:00:00',
    endDate: '2028-05-31T00:00:00',
    ...contract,
  })!;
  const fields = toContract(row, { labels, currency: 'USD', servicesHidden: false });
  if (typeof fields === 'string') throw new Error(fields);
  putRecord(tenant, 'contracts', '7', fields, new Date(TODAY));
  for (const [at, fields] of lines.entries())
    putRecord(tenant, 'contractLines', String(at), fields, new Date(TODAY));
  return trueMrr(tenant, TODAY).get('1') ?? 0;
}

describe('What a contract brings in a month', () => {
  const split = [
    ...everyMonth('18').filter(({ startDate }) => startDate !== '2026-11-01'),
    units('18', '2026-11-01', '2026-11-14'),
    units('20', '2026-11-15', '2026-11-30'),
  ];
  const adjusted = { unitPrice: '100', adjustedPrice: '90', invoiceDescription: null };
  const unpriced = { unitPrice: null, adjustedPrice: null, invoiceDescription: null };

  test.each<[string, number, readonly ContractLineRecord[], Record<string, unknown>?]>([
    [
      '18 units at 100, with 36 periods, of which none but the current one counts',
      1800,
      [line({ rows: everyMonth('18') })],
    ],
    ['units that rose from 18 to 20 in the middle of this month', 2000, [line({ rows: split })]],
    [
      'a yearly service at 1200 in a monthly contract',
      100,
      [
        line({
          item: service('4'),
          rows: [units('1', '2026-06-01', '2027-05-31')],
          service: { ...unpriced, unitPrice: '1200' },
        }),
      ],
    ],
    ['a one-time service', 0, [line({ item: service('5') })]],
    ['a contract of type 1, time and material', 0, [line()], { contractType: 1 }],
    ['a contract that is inactive', 0, [line()], { status: 0 }],
    ['a contract that ended yesterday', 0, [line()], { endDate: '2026-11-28T00:00:00' }],
    [
      'a service without a period, in a quarterly contract',
      600,
      [line({ item: service(null) })],
      { contractPeriodType: 3 },
    ],
    ['a service that is not in the catalogue any more', 1800, [line({ item: null })]],
    ['a period that no rule knows', 0, [line({ item: service('9') })]],
    ['an adjusted price before the price of the contract', 1620, [line({ service: adjusted })]],
    [
      'the price of the catalogue where the contract has none',
      900,
      [line({ service: unpriced, item: service('1', '50') })],
    ],
    ['a price of nothing', 0, [line({ service: { ...unpriced, unitPrice: '0' } })]],
    ['a period that begins today', 1800, [line({ rows: [units('18', TODAY, '2026-12-28')] })]],
    ['a period that ends today', 1800, [line({ rows: [units('18', '2026-10-30', TODAY)] })]],
    [
      'units that were taken away from today on',
      0,
      [line({ rows: [units('18', '2026-11-01', '2026-11-28'), units('0', TODAY, '2026-11-30')] })],
    ],
    ['two lines', 3600, [line(), line()]],
  ])('%s: %d', (_, amount, lines, contract) => {
    expect(mrr(lines, contract)).toBe(amount * 100);
  });
});

describe('A service without a current period', () => {
  const lastMonth = units('18', '2026-10-01', '2026-10-31');
  test.each<[string, readonly UnitRow[], string | null, Partial<ContractLineRecord>]>([
    [
      'that ended 29 days ago, and no other has a newer one',
      [lastMonth],
      '2026-10-01',
      {
        quantity: '18',
        notice: 'Stale: its last billing period ended on 2026-10-31, and Autotask has no newer one yet.',
      },
    ],
    [
      'that ended 29 days ago, while others go on',
      [lastMonth],
      '2026-11-01',
      { quantity: '0', notice: 'Lapsed: no billing period covers today.' },
    ],
    [
      'that ended 36 days ago',
      [units('18', '2026-09-25', '2026-10-24')],
      null,
      { quantity: '0', notice: 'Lapsed: no billing period covers today.' },
    ],
    ['that never had one', [], null, { quantity: '0', notice: 'Lapsed: no billing period covers today.' }],
    [
      'that begins later',
      [units('4', '2027-01-01', '2027-01-31'), units('3', '2026-12-01', '2026-12-31')],
      null,
      {
        quantity: '3',
        startOn: '2026-12-01',
        notice: 'Future: its first billing period begins on 2026-12-01.',
      },
    ],
  ])('%s', (_, rows, newestStart, expected) => {
    expect(line({ rows, newestStart })).toMatchObject(expected);
  });

  test('is a problem if one of its unit rows cannot be read, as that may be the current one', () => {
    const rows = [units(null, '2026-11-01', '2026-11-30')];
    const problem = 'units, startDate, endDate: nothing that could be read';
    expect(() => line({ rows })).toThrow(problem);
    expect(() => line({ rows: [], allRows: false })).toThrow(problem);
  });
});

test('A line names its service, and the vendor of its units before that of the catalogue', () => {
  expect(line()).toEqual({
    contract: '7',
    company: '1',
    product: 'service-3',
    sku: 'BCDR',
    description: 'Backup',
    vendor: 'Datto',
    quantity: '18',
    unitPrice: '100',
    period: { code: 'Monthly', label: 'Monthly', cycle: 'monthly', certain: true },
    oneTime: false,
    billable: true,
    startOn: null,
    cancelledOn: null,
    notice: null,
  });
  const ofOther = { ...units('18', '2026-11-01', '2026-11-30'), vendorCompanyID: '13' };
  expect(line({ rows: [ofOther] }).vendor).toBeNull();
});
