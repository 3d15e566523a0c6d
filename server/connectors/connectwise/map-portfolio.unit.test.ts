import { expect, test } from 'vitest';
import type { BillingOptions } from './billing.ts';
import { toCompany, toContact, toContract, toContractLine, toProduct } from './map-portfolio.ts';
import { additionShape, agreementShape, catalogItemShape, companyShape, contactShape } from './shapes.ts';

const WORDS = { inactiveStatuses: new Set(['2']), typeNames: new Map([['5', 'Partner']]) };
const OPTIONS: BillingOptions = new Map([
  ['1', 'Monthly'],
  ['2', 'Quarterly'],
  ['3', 'Yearly'],
  ['4', 'NotRecurring'],
  ['5', 'BiMonthly'],
  ['6', null],
  ['7', 'SemiAnnual'],
  ['8', 'Weekly'],
  ['9', 'BiWeekly'],
]);

const contract = (row: object) => toContract(agreementShape.parse(row), '12', OPTIONS);
const line = (row: object, product: object | null = null) =>
  toContractLine(additionShape.parse({ billCustomer: 'Billable', ...row }), {
    contract: '12',
    company: '3',
    product: product === null ? undefined : (toProduct(catalogItemShape.parse(product)) as never),
  });

test('an agreement says whose it is, how much, how often, and from when to when', () => {
  const row = {
    id: 12,
    name: 'Managed services',
    type: { id: 4, name: 'Managed' },
    company: { id: 3, identifier: 'acme', name: 'Acme' },
    agreementStatus: 'Active',
    startDate: '2026-01-01T00:00:00Z',
    endDate: '2026-12-31T00:00:00Z',
    noEndingDateFlag: false,
    billAmount: 1000.5,
    billingCycle: { id: 1, name: 'Every month' },
    currency: { id: 1, currencyCode: 'USD' },
  };
  expect(contract(row)).toEqual({
    company: '3',
    name: 'Managed services',
    number: null,
    type: 'Managed',
    status: 'Active',
    active: true,
    startOn: '2026-01-01',
    endOn: '2026-12-31',
    recurring: true,
    amount: '1000.5',
    period: { code: '1', label: 'Every month', cycle: 'monthly', certain: true },
    currency: 'USD',
    notice: null,
  });
});

test.each([
  [1, 'monthly', true],
  [2, 'quarterly', true],
  [3, 'annual', true],
  [4, 'onetime', true],
  [5, 'bimonthly', false],
  [6, null, false],
  [7, 'semiannual', true],
  [8, 'weekly', true],
  [9, 'biweekly', true],
  [99, null, false],
])('billing cycle %d is billed %s, certain: %s, whatever its name is', (id, cycle, certain) => {
  const { period } = contract({ billingCycle: { id, name: 'Monthly' } });
  expect(period).toEqual({ code: String(id), label: 'Monthly', cycle, certain });
});

test.each<[string, object, boolean]>([
  ['a billing cycle that recurs', { billingCycle: { id: 1 } }, true],
  ['a billing cycle that nobody knows', { billingCycle: { id: 99 } }, true],
  ['a billing cycle that does not recur', { billingCycle: { id: 4 } }, false],
  ['no billing cycle', {}, true],
  ['billed once', { billingCycle: { id: 1 }, billOneTimeFlag: true }, false],
  ['a one-time agreement', { billingCycle: { id: 1 }, oneTimeFlag: true }, false],
])('%s: recurring is %s', (_, row, recurring) => {
  expect(contract(row).recurring).toBe(recurring);
});

test.each<[string, object, boolean, string | null]>([
  ['nothing is said', { endDate: '2027-01-31' }, true, '2027-01-31'],
  ['no ending date, whatever the date says', { endDate: '2027-01-31', noEndingDateFlag: true }, true, null],
  ['expired', { agreementStatus: 'Expired', endDate: '2025-01-31' }, false, '2025-01-31'],
  ['inactive', { agreementStatus: 'Inactive' }, false, null],
  [
    'cancelled',
    { agreementStatus: 'Cancelled', cancelledFlag: true, dateCancelled: '2026-02-01' },
    false,
    '2026-01-31',
  ],
  [
    'cancelled on a day to come',
    { agreementStatus: 'Active', cancelledFlag: true, dateCancelled: '2027-03-01' },
    true,
    '2027-02-28',
  ],
  [
    'cancelled after its end',
    { endDate: '2027-01-31', cancelledFlag: true, dateCancelled: '2027-03-01' },
    true,
    '2027-01-31',
  ],
  ['cancelled, and nobody says when', { cancelledFlag: true }, false, null],
  [
    'a day of cancellation that was taken back',
    { cancelledFlag: false, dateCancelled: '2026-02-01' },
    true,
    null,
  ],
])('%s: active is %s, and its last day %s', (_, row, active, endOn) => {
  const { active: found, endOn: last } = contract(row);
  expect([found, last]).toEqual([active, endOn]);
});

test('an amount of nothing is none', () => {
  expect(contract({ billAmount: 0 }).amount).toBeNull();
  expect(contract({ billAmount: 0.01 }).amount).toBe('0.01');
});

test.each<[string, object, string, string | null, string | null]>([
  ['quantity and price', { quantity: 25, unitPrice: 40 }, '25', '40', null],
  ['what is included is not billed', { quantity: 25, lessIncluded: 5, unitPrice: 40 }, '20', '40', null],
  ['more is included than there is', { quantity: 3, lessIncluded: 5, unitPrice: 40 }, '0', '40', null],
  [
    'what is billed says so itself',
    { quantity: 25, billedQuantity: 18, lessIncluded: 5, unitPrice: 40 },
    '18',
    '40',
    null,
  ],
  ['the amount is quantity × price', { quantity: 20, unitPrice: 40, extPrice: 800 }, '20', '40', null],
  [
    'the amount is another',
    { quantity: 20, unitPrice: 40, extPrice: 750 },
    '1',
    '750',
    'Seat: 20 at 40, billed as 750',
  ],
  ['an amount alone', { extPrice: 600 }, '1', '600', null],
  [
    'an amount without a price',
    { quantity: 3, extPrice: 600 },
    '1',
    '600',
    'Seat: 3 at an unknown price, billed as 600',
  ],
  ['a price of less than a cent', { quantity: 1000, unitPrice: 0.0125 }, '1000', '0.0125', null],
  ['parts of a piece', { quantity: 2.5, lessIncluded: 0.25, unitPrice: 8 }, '2.25', '8', null],
  ['no price', { quantity: 3 }, '3', null, null],
  ['given back', { quantity: -2, unitPrice: 10 }, '-2', '10', null],
])('%s', (_, row, quantity, unitPrice, notice) => {
  expect(line({ description: 'Seat', ...row })).toMatchObject({
    quantity,
    unitPrice,
    notice,
    billable: true,
    period: null,
  });
});

test('an addition without any number is not guessed at', () => {
  expect(line({ unitPrice: 40 })).toBe('quantity, billedQuantity, extPrice: nothing, expected a number.');
});

test.each([
  ['Billable', true],
  ['NoCharge', false],
  ['DoNotBill', false],
  [null, false],
])('billCustomer %s: billable is %s', (billCustomer, billable) => {
  expect(line({ quantity: 1, billCustomer })).toMatchObject({ billable });
});

test('vendor and one-time come from the catalog', () => {
  const product = { description: 'Setup', vendor: { id: 9, name: 'Datto' }, recurringOneTimeFlag: true };
  expect(line({ quantity: 1 }, product)).toMatchObject({ vendor: 'Datto', oneTime: true });
  expect(line({ quantity: 1 }, { description: 'Seat', recurringFlag: false })).toMatchObject({
    oneTime: false,
  });
  expect(line({ quantity: 1 })).toMatchObject({ vendor: null, oneTime: false });
});

test.each<[string, object, object]>([
  [
    'a client',
    { status: { id: 1 }, types: [{ name: 'Client' }] },
    { active: true, types: ['Client'], internal: false },
  ],
  ['a status that is inactive', { status: { id: 2 } }, { active: false }],
  ['deleted', { status: { id: 1 }, deletedFlag: true }, { active: false }],
  ['a vendor by its flag', { isVendorFlag: true }, { types: ['Vendor'] }],
  [
    'a vendor by flag and type',
    { isVendorFlag: true, types: [{ name: 'Vendor – cloud' }] },
    { types: ['Vendor – cloud'] },
  ],
  ['the MSP itself', { types: [{ name: 'Owner' }] }, { internal: true }],
  ['its own parent', { parentCompany: { id: 7 } }, { parent: null }],
  ['a parent', { parentCompany: { id: 8 } }, { parent: '8' }],
  ['a currency that is none', { currency: { currencyCode: '$' } }, { currency: null }],
  ['types by their ids, as older versions have them', { typeIds: [5, 99] }, { types: ['Partner'] }],
  ['a currency as older versions have it', { currency: { isoCode: 'EUR' } }, { currency: 'EUR' }],
  ['types of another type', { types: 'Client' }, { types: [] }],
])('a company: %s', (_, row, expected) => {
  const found = toCompany(companyShape.parse({ name: 'Acme', ...row }), '7', WORDS);
  expect(found).toMatchObject(expected);
});

test('a company is called by its identifier where it has no name, and is not read where it has neither', () => {
  const named = (row: object) => toCompany(companyShape.parse(row), '7', WORDS);
  expect(named({ identifier: 'acme' })).toMatchObject({ name: 'acme' });
  expect(named({ name: 5 })).toMatchObject({ name: '5' });
  expect(named({ name: {} })).toBe('name, identifier: nothing, expected a text.');
});

test('a contact has the address that is marked, else the first one', () => {
  const items = [
    { communicationType: 'Phone', value: '555', defaultFlag: true },
    { communicationType: 'Email', value: 'old@acme.example', defaultFlag: false },
    { communicationType: 'Email', value: 'ada@acme.example', defaultFlag: true },
  ];
  const contact = (row: object) => toContact(contactShape.parse(row));
  expect(contact({ communicationItems: items })).toMatchObject({ email: 'ada@acme.example', phone: '555' });
  expect(contact({ communicationItems: items.slice(0, 2), defaultPhoneNbr: '777' })).toMatchObject({
    email: 'old@acme.example',
    phone: '777',
  });
  expect(contact({ communicationItems: null, inactiveFlag: true })).toMatchObject({
    email: null,
    active: false,
  });
});
