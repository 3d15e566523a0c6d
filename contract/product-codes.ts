import { z } from 'zod';
import { TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { Product, updateProduct } from './stack-items.ts';
import { ById, Cents, Named } from './values.ts';

/** A product and the stack item that it is of. */
export const ProductOfItem = z.object({ id: z.string(), name: z.string(), stackItem: Named });
export type ProductOfItem = z.infer<typeof ProductOfItem>;

/** What stands on contract lines under one product code, and which products the code means. */
export const ProductCode = z.object({
  code: z.string(),
  description: z.string().nullable().describe('What most of its lines say'),
  mrr: Cents.describe('A month, over its recurring lines in force'),
  lines: z.int().describe('Recurring lines in force'),
  companies: z.int().describe('With such lines'),
  otherLines: z.int().describe('One-time, ended, cancelled, not begun, or left out of every sum'),
  products: z
    .array(ProductOfItem)
    .describe('None: unmapped. Of several items: its MRR counts in full in each of them'),
  suggestion: ProductOfItem.nullable().describe('For an unmapped code: what its description speaks of'),
});
export type ProductCode = z.infer<typeof ProductCode>;

/** Codes to be added to a product, and to be taken from it. */
export const ProductCodesChange = z.strictObject({
  add: z.array(TextField).max(1000).default([]),
  remove: z.array(TextField).max(1000).default([]),
});
export type ProductCodesChange = z.infer<typeof ProductCodesChange>;

const dnsfilter = {
  id: 'dnsfilter',
  name: 'DNSFilter',
  stackItem: { id: 'web-filtering', name: 'Web filtering' },
};

export const listProductCodes = endpoint({
  id: 'listProductCodes',
  method: 'GET',
  path: '/product-codes',
  slice: 'stack-items',
  summary: 'The product codes on contract lines, with their MRR and the products that they mean',
  description: 'Over the companies that you see; the largest MRR first.',
  response: listOf(ProductCode),
  large: true,
  errors: ['forbidden'],
  examples: {
    response: {
      items: [
        {
          code: 'DNS-USER',
          description: 'DNSFilter per user',
          mrr: 184500,
          lines: 12,
          companies: 9,
          otherLines: 1,
          products: [],
          suggestion: dnsfilter,
        },
      ],
    },
  },
});

export const updateProductCodes = endpoint({
  id: 'updateProductCodes',
  method: 'PATCH',
  path: '/products/:id/product-codes',
  slice: 'stack-items',
  summary: 'Add product codes to a product, or take some from it',
  description: 'The others stay, whoever else changes them meanwhile.',
  params: ById,
  body: ProductCodesChange,
  response: Product,
  errors: ['forbidden', 'not_found'],
  examples: {
    params: { id: dnsfilter.id },
    body: { add: ['DNSF'] },
    response: updateProduct.examples.response!,
  },
});
