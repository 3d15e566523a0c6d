import { z } from 'zod';
import { STARTER_STACK } from '../domain/stack-items/starter-stack.ts';
import { DecimalField, MoneyField, NameField, TagsField, TextField } from './bundle/fields.ts';
import { endpoint } from './endpoint.ts';
import { listOf } from './lists.ts';
import { NotNegative } from './not-negative.ts';
import { ById, Cents, Id, Nothing } from './values.ts';

const STARTER_IDS = STARTER_STACK.map(({ id }) => id);
export const STANDINGS = ['preferred', 'supported', 'other'] as const;
const Price = Cents.nullable().describe('Null: no price, which counts as 0');
const etag = z.string().describe('For If-Match');

/** Something that a client can be using for a stack item. */
export const Product = z.object({
  id: z.string(),
  stackItem: z.string(),
  name: z.string(),
  standing: z.enum(STANDINGS),
  productCodes: z.array(z.string()).describe('Codes of contract lines that mean this product'),
  mrrPerCompany: Price,
  mrrPerSeat: Price,
  mrrPerLocation: Price,
  oneTimePerCompany: Price,
  oneTimePerSeat: Price,
  oneTimePerLocation: Price,
  etag,
});
export type Product = z.infer<typeof Product>;

/** One component or service of the MSP's standard stack. */
export const StackItem = z.object({
  id: z.string(),
  name: z.string(),
  definition: z.string().nullable().describe('In a few words'),
  category: z.string().nullable(),
  order: z.string().nullable().describe('A decimal number; those without one come last, by name'),
  tags: z.array(z.string()).describe('Companies with one of them have the item applicable'),
  weight: z.number(),
  agreementInclusionDefault: z.boolean(),
  anyOneOf: z.string().nullable().describe('Name of a group of which one aligned item is enough'),
  retired: z.boolean().describe('In no figure'),
  products: z.array(Product).describe('By id'),
  etag: etag.describe('For If-Match; changes with the item’s own fields, not with its place or its products'),
});
export type StackItem = z.infer<typeof StackItem>;

const itemFields = {
  name: NameField.optional(),
  definition: TextField.nullable().optional(),
  category: TextField.nullable().optional(),
  order: DecimalField.nullable().optional(),
  tags: TagsField.optional(),
  weight: NotNegative.optional().describe('Default 1'),
  agreementInclusionDefault: z.boolean().optional(),
  anyOneOf: TextField.nullable().optional(),
  retired: z.boolean().optional(),
};

const productFields = {
  name: NameField.optional(),
  standing: z.enum(STANDINGS).optional().describe('Default other'),
  productCodes: TagsField.optional(),
  mrrPerCompany: MoneyField.nullable().optional(),
  mrrPerSeat: MoneyField.nullable().optional(),
  mrrPerLocation: MoneyField.nullable().optional(),
  oneTimePerCompany: MoneyField.nullable().optional(),
  oneTimePerSeat: MoneyField.nullable().optional(),
  oneTimePerLocation: MoneyField.nullable().optional(),
};

/** Null clears; what is left out stays. */
export const ProductChange = z.strictObject(productFields);
export type ProductChange = z.infer<typeof ProductChange>;

export const NewProduct = z.strictObject({ ...productFields, name: NameField });
export type NewProduct = z.infer<typeof NewProduct>;

/** Null clears; what is left out stays. */
export const StackItemChange = z.strictObject(itemFields);
export type StackItemChange = z.infer<typeof StackItemChange>;

export const NewStackItem = z.strictObject({
  ...itemFields,
  name: NameField,
  products: z.array(NewProduct).max(200).optional(),
});
export type NewStackItem = z.infer<typeof NewStackItem>;

const dnsfilter: Product = {
  id: 'dnsfilter',
  stackItem: 'web-filtering',
  name: 'DNSFilter',
  standing: 'preferred',
  productCodes: ['DNSF'],
  mrrPerCompany: null,
  mrrPerSeat: 150,
  mrrPerLocation: null,
  oneTimePerCompany: 25000,
  oneTimePerSeat: null,
  oneTimePerLocation: null,
  etag: '"5f0b2a9c41d8e6b7a3f19c0d2e4b6a81"',
};

const webFiltering: StackItem = {
  id: 'web-filtering',
  name: 'Web filtering',
  definition: 'Keeps staff from harmful sites.',
  category: 'Security',
  order: '1',
  tags: ['Standard'],
  weight: 1,
  agreementInclusionDefault: true,
  anyOneOf: null,
  retired: false,
  products: [dnsfilter],
  etag: '"0f343b0931126a20f133d67c2b018a3b"',
};

const newProduct = { name: 'DNSFilter', standing: 'preferred', mrrPerSeat: 150 } as const;

export const listStackItems = endpoint({
  id: 'listStackItems',
  method: 'GET',
  path: '/stack-items',
  slice: 'stack-items',
  summary: 'The stack with its products, in its order',
  response: listOf(StackItem),
  large: true,
  examples: { response: { items: [webFiltering] } },
});

export const createStackItem = endpoint({
  id: 'createStackItem',
  method: 'POST',
  path: '/stack-items',
  slice: 'stack-items',
  summary: 'Add a stack item, with products if you like',
  description: 'Ids are made from the names.',
  body: NewStackItem,
  status: 201,
  response: StackItem,
  errors: ['forbidden'],
  examples: {
    body: { name: 'Web filtering', category: 'Security', tags: ['Standard'], products: [newProduct] },
    response: webFiltering,
  },
});

export const addStarterItems = endpoint({
  id: 'addStarterItems',
  method: 'POST',
  path: '/stack-items/starter',
  slice: 'stack-items',
  summary: 'Add items that many MSPs have, with usual products and without prices',
  description: 'Items that the stack has by name are passed over. Answers with what was added.',
  body: z.strictObject({ items: z.array(z.enum(STARTER_IDS)).min(1).max(200) }),
  status: 201,
  response: listOf(StackItem),
  errors: ['forbidden'],
  examples: { body: { items: ['web-filtering'] }, response: { items: [webFiltering] } },
});

export const updateStackItem = endpoint({
  id: 'updateStackItem',
  method: 'PATCH',
  path: '/stack-items/:id',
  slice: 'stack-items',
  summary: 'Change a stack item',
  description:
    'With If-Match, an item that has changed since then is not touched: 412, with the present one in `details.current`.',
  params: ById,
  body: StackItemChange,
  response: StackItem,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: { id: webFiltering.id }, body: { weight: 2 }, response: webFiltering },
});

export const deleteStackItem = endpoint({
  id: 'deleteStackItem',
  method: 'DELETE',
  path: '/stack-items/:id',
  slice: 'stack-items',
  summary: 'Delete a stack item that is not in use, with its products',
  description: 'One that is in use is refused with what uses it: 409; retire it instead.',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed'],
  examples: { params: { id: webFiltering.id } },
});

export const moveStackItem = endpoint({
  id: 'moveStackItem',
  method: 'POST',
  path: '/stack-items/:id/move',
  slice: 'stack-items',
  summary: 'Put a stack item right after another, or first',
  description:
    'Two who move different items at once both get what they asked for. Afterwards the items are numbered 1, 2, 3 … in their order.',
  params: ById,
  body: z.strictObject({ after: Id.nullable().describe('A stack item; null: put it first') }),
  response: listOf(StackItem),
  large: true,
  errors: ['forbidden', 'not_found'],
  examples: {
    params: { id: webFiltering.id },
    body: { after: null },
    response: { items: [webFiltering] },
  },
});

export const createProduct = endpoint({
  id: 'createProduct',
  method: 'POST',
  path: '/stack-items/:id/products',
  slice: 'stack-items',
  summary: 'Add a product to a stack item',
  params: ById,
  body: NewProduct,
  status: 201,
  response: Product,
  errors: ['forbidden', 'not_found'],
  examples: { params: { id: webFiltering.id }, body: newProduct, response: dnsfilter },
});

export const updateProduct = endpoint({
  id: 'updateProduct',
  method: 'PATCH',
  path: '/products/:id',
  slice: 'stack-items',
  summary: 'Change a product',
  description:
    'With If-Match, a product that has changed since then is not touched: 412, with the present one in `details.current`.',
  params: ById,
  body: ProductChange,
  response: Product,
  errors: ['forbidden', 'not_found', 'precondition_failed'],
  examples: { params: { id: dnsfilter.id }, body: { mrrPerSeat: 175 }, response: dnsfilter },
});

export const deleteProduct = endpoint({
  id: 'deleteProduct',
  method: 'DELETE',
  path: '/products/:id',
  slice: 'stack-items',
  summary: 'Delete a product that no alignment cell names',
  params: ById,
  status: 204,
  response: Nothing,
  errors: ['forbidden', 'not_found', 'conflict', 'precondition_failed'],
  examples: { params: { id: dnsfilter.id } },
});
