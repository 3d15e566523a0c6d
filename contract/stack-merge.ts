import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { createProduct, Product, StackItem, updateStackItem } from './stack-items.ts';
import { ById, Id, Named } from './values.ts';

/** Into what something is merged. */
const Into = z.strictObject({ into: Id });

const etag = z.string().describe('For If-Match: what the preview rests on');

/** A client’s cell in which entries for one item gave way to those for the other. */
export const DecidedCell = z.object({
  company: Named,
  of: Named.describe('The item whose entries gave way'),
  givenUp: z.array(z.string()).describe('In words; kept as a note on the cell'),
});
export type DecidedCell = z.infer<typeof DecidedCell>;

/** What merging one stack item into another does. Companies that you do not see are changed alike, and counted nowhere. */
export const ItemMerge = z.object({
  item: Named,
  into: Named,
  addedTags: z.array(z.string()).describe('Tags that the item that stays gets'),
  products: z.object({
    moved: z.array(Named).describe('They become products of the item that stays'),
    joined: z.array(Named).describe('They become one with its product of the same name'),
  }),
  companies: z.int().describe('At which anything moves'),
  cells: z.int().describe('Cells with entries that move'),
  notes: z.int(),
  recommendationLines: z.int(),
  decided: z.array(DecidedCell).describe('The first 100, by company'),
  moreDecided: z.int(),
  etag,
});
export type ItemMerge = z.infer<typeof ItemMerge>;

/** What merging one product into another of the same stack item does. */
export const ProductMerge = z.object({
  product: Named,
  into: Named,
  addedCodes: z.array(z.string()),
  takesMrrPrices: z.boolean().describe('The one that stays has no MRR price, and gets those of the other'),
  takesOneTimePrices: z.boolean(),
  current: z.int().describe('Cells that name it as current product'),
  proposed: z.int().describe('Cells that name it as opportunity product'),
  companies: z.int(),
  followStanding: z
    .int()
    .describe(
      'Cells of these whose alignment follows the standing, which is another one; 0 if it is the same',
    ),
  etag,
});
export type ProductMerge = z.infer<typeof ProductMerge>;

const dnsfilter = { id: 'dnsfilter', name: 'DNSFilter' };
const old = { id: 'dns-security', name: 'DNS security' };
const webFiltering = { id: 'web-filtering', name: 'Web filtering' };

const itemMerge: ItemMerge = {
  item: old,
  into: webFiltering,
  addedTags: ['Premium'],
  products: { moved: [{ id: 'umbrella', name: 'Umbrella' }], joined: [] },
  companies: 12,
  cells: 11,
  notes: 3,
  recommendationLines: 1,
  decided: [{ company: { id: 'acme', name: 'Acme' }, of: old, givenUp: ['alignment 40 %'] }],
  moreDecided: 0,
  etag: '"5f0b2a9c41d8e6b7a3f19c0d2e4b6a81"',
};

const productMerge: ProductMerge = {
  product: { id: 'dns-filter', name: 'DNS Filter' },
  into: dnsfilter,
  addedCodes: ['DNS-U'],
  takesMrrPrices: false,
  takesOneTimePrices: true,
  current: 9,
  proposed: 0,
  companies: 9,
  followStanding: 4,
  etag: '"0f343b0931126a20f133d67c2b018a3b"',
};

export const previewItemMerge = endpoint({
  id: 'previewItemMerge',
  method: 'GET',
  path: '/stack-items/:id/merge',
  slice: 'stack-items',
  summary: 'What merging a stack item into another would do',
  params: ById,
  query: Into,
  response: ItemMerge,
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: { params: { id: old.id }, query: { into: webFiltering.id }, response: itemMerge },
});

export const mergeStackItem = endpoint({
  id: 'mergeStackItem',
  method: 'POST',
  path: '/stack-items/:id/merge',
  slice: 'stack-items',
  summary: 'Merge a stack item into another, which stays',
  description:
    'Products, notes and recommendation lines move; the tags of both are joined. Where a client has entries for both, those of the item that stays go first (of the other, where only that one applies to the client); what is empty is filled from the other, and what gives way is kept as a note. With If-Match of a preview that no longer holds, nothing is done: 412, with the present one in `details.current`.',
  params: ById,
  body: Into,
  response: StackItem,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed'],
  examples: {
    params: { id: old.id },
    body: { into: webFiltering.id },
    response: updateStackItem.examples.response!,
  },
});

export const previewProductMerge = endpoint({
  id: 'previewProductMerge',
  method: 'GET',
  path: '/products/:id/merge',
  slice: 'stack-items',
  summary: 'What merging a product into another of its stack item would do',
  params: ById,
  query: Into,
  response: ProductMerge,
  errors: ['forbidden', 'not_found', 'conflict'],
  examples: { params: { id: 'dns-filter' }, query: { into: dnsfilter.id }, response: productMerge },
});

export const mergeProduct = endpoint({
  id: 'mergeProduct',
  method: 'POST',
  path: '/products/:id/merge',
  slice: 'stack-items',
  summary: 'Merge a product into another of its stack item, which stays',
  description:
    'Its codes go to the one that stays, as do its prices where that one has none; cells that name it name the other. If-Match as for stack items.',
  params: ById,
  body: Into,
  response: Product,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed'],
  examples: {
    params: { id: 'dns-filter' },
    body: { into: dnsfilter.id },
    response: createProduct.examples.response!,
  },
});
