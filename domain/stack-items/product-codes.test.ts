import { expect, test } from 'vitest';
import { contractRevenue } from '../contracts/contract-revenue.ts';
import type { Contract } from '../portfolio/facts.ts';
import { AS_OF, contract, definitions, line, product, stackItem } from '../portfolio/test-company.ts';
import { productCodes } from './product-codes.ts';

const stack = [
  stackItem({
    id: 'web',
    name: 'Web filtering',
    products: [
      product({ id: 'dnsfilter', name: 'DNSFilter', productCodes: ['DNS', 'BUNDLE'] }),
      product({ id: 'umbrella', name: 'Umbrella', productCodes: ['UMB'] }),
    ],
  }),
  stackItem({
    id: 'mail',
    name: 'Email security',
    products: [product({ id: 'avanan', name: 'Avanan', standing: 'preferred', productCodes: ['BUNDLE'] })],
  }),
];

const days = { asOf: AS_OF, twelveMonthsAgo: '2025-11-22' };
const of = (company: string, own: Partial<Contract>) => ({
  company,
  revenue: contractRevenue(contract(own), definitions({ excludedVendors: new Set(['Carrier']) }), days),
});

test('every code is told with the MRR that it carries, where, and what it means', () => {
  const codes = productCodes(
    [
      of('acme', {
        lines: [
          line({ productCode: 'DNS', unitPrice: 200, quantity: '10', description: 'DNSFilter' }),
          line({ productCode: 'SPAM', unitPrice: 300, description: 'Avanan per user' }),
          line({ productCode: 'SPAM', unitPrice: 100, description: 'Avanan per user' }),
          line({ productCode: 'SPAM', unitPrice: 100, description: 'Spam' }),
          line({ unitPrice: 99_900, description: 'No code' }),
        ],
      }),
      of('birch', { cycle: 'annual', lines: [line({ productCode: 'SPAM', unitPrice: 1200 })] }),
      of('cedar', { lines: [line({ productCode: 'BUNDLE', unitPrice: 5000 })] }),
    ],
    stack,
  );
  expect(
    codes.map(({ code, description, mrr, lines, companies, products, suggestion }) => [
      code,
      description,
      mrr,
      lines,
      companies,
      products.map((meant) => meant.product.name),
      suggestion?.product.name ?? null,
    ]),
  ).toEqual([
    ['BUNDLE', null, 5000, 1, 1, ['DNSFilter', 'Avanan'], null],
    ['DNS', 'DNSFilter', 2000, 1, 1, ['DNSFilter'], null],
    ['SPAM', 'Avanan per user', 600, 4, 2, [], 'Avanan'],
  ]);
});

test.each<[string, Partial<Contract>]>([
  ['has ended', { end: '2026-11-21', lines: [line({ productCode: 'X', unitPrice: 100 })] }],
  ['was cancelled', { lines: [line({ productCode: 'X', unitPrice: 100, cancelledOn: AS_OF })] }],
  ['is one-time', { lines: [line({ productCode: 'X', unitPrice: 100, cycle: 'onetime', start: AS_OF })] }],
  ['is of an excluded vendor', { lines: [line({ productCode: 'X', unitPrice: 100, vendor: 'Carrier' })] }],
])('a line that %s carries no MRR, and is counted apart', (_, own) => {
  expect(productCodes([of('acme', own)], stack)).toMatchObject([
    { code: 'X', mrr: 0, lines: 0, companies: 0, otherLines: 1 },
  ]);
});

test('a line counts whether its contract’s MRR comes from the header or from its lines, as it does in a cell', () => {
  const own = {
    amount: 9900,
    revenueFrom: 'header',
    lines: [line({ productCode: 'X', unitPrice: 100 })],
  } as const;
  expect(productCodes([of('acme', own)], stack)).toMatchObject([{ mrr: 100, lines: 1, otherLines: 0 }]);
});
