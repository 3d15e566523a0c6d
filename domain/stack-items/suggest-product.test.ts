import { expect, test } from 'vitest';
import type { Product, StackItem, Standing } from '../portfolio/definitions.ts';
import { product, stackItem } from '../portfolio/test-company.ts';
import { suggestProduct } from './suggest-product.ts';

const testItem = (name: string, products: Product[], more: Partial<StackItem> = {}) =>
  stackItem({ id: name, name, products, ...more });
const testProduct = (name: string, standing: Standing = 'other') => product({ id: name, name, standing });

const stack = [
  testItem('Web filtering', [testProduct('DNSFilter', 'preferred'), testProduct('Umbrella', 'supported')]),
  testItem('Microsoft 365', [
    testProduct('Business Premium', 'preferred'),
    testProduct('Microsoft 365 Business Premium', 'preferred'),
  ]),
  testItem('Backup', [testProduct('Veeam', 'supported')]),
  testItem('Old antivirus', [testProduct('Webroot', 'preferred')], { retired: true }),
  testItem('Twins', [testProduct('Alpha'), testProduct('Betas'), testProduct('***')]),
];

test.each([
  ['DNSFilter', 'DNSFilter'],
  ['dnsfilter – per user, monthly', 'DNSFilter'],
  ['Cisco Umbrella', 'Umbrella'],
  ['Microsoft 365 Business Premium (NCE)', 'Microsoft 365 Business Premium'],
  ['Business Premium', 'Business Premium'],
  ['Web-filtering for all seats', 'DNSFilter'],
  ['DNSFilters', null],
  ['Backup of servers', null],
  ['Webroot', null],
  ['Alpha and Betas', null],
  ['***', null],
  ['', null],
  [null, null],
])('a line that says "%s" may mean %s', (description, product) => {
  expect(suggestProduct(description, stack)?.product.name ?? null).toBe(product);
});
