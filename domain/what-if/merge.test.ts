import { expect, test } from 'vitest';
import { company, product, recommendation, stackItem, typed } from '../portfolio/test-company.ts';
import { mergeOf } from './merge.ts';

const prices = (perSeat: number | null) => ({ perCompany: null, perSeat, perLocation: null });
const stack = [
  stackItem({
    id: 'mfa',
    tags: ['Standard'],
    products: [product({ id: 'mfa-pro', name: 'MFA Pro', standing: 'preferred', mrr: prices(null) })],
  }),
  stackItem({
    id: 'old',
    tags: ['Legacy'],
    products: [
      product({ id: 'old-pro', name: 'mfa pro', standing: 'other', productCodes: ['P'], mrr: prices(300) }),
      product({ id: 'token', name: 'Token', standing: 'other' }),
    ],
  }),
];

test('products of one name become one, the others move, tags are joined', () => {
  const { stackItems } = mergeOf(stack, { of: 'items', id: 'old', into: 'mfa' });
  expect(stackItems.map(({ id }) => id)).toEqual(['mfa']);
  expect(stackItems[0]!.tags).toEqual(['Legacy', 'Standard']);
  expect(stackItems[0]!.products.map(({ id, productCodes, mrr }) => [id, productCodes, mrr.perSeat])).toEqual(
    [
      ['mfa-pro', ['P'], 300],
      ['token', [], null],
    ],
  );
});

test('what a client has of the item that goes is theirs of the one that stays', () => {
  const { facts } = mergeOf(stack, { of: 'items', id: 'old', into: 'mfa' });
  const after = facts(
    company({
      id: 'a',
      alignments: [typed({ stackItem: 'old', applicable: true, currentProduct: 'old-pro' })],
      recommendations: [recommendation({ lines: [{ id: 'l', stackItem: 'old', mrr: 1, oneTime: null }] })],
    }),
  );
  expect(after.alignments).toMatchObject([{ stackItem: 'mfa', applicable: true, currentProduct: 'mfa-pro' }]);
  expect(after.recommendations[0]!.lines[0]!.stackItem).toBe('mfa');
});

test('a client of whom nothing moves keeps the same facts', () => {
  const facts = company({ id: 'a', alignments: [typed({ stackItem: 'web', currentProduct: 'web-good' })] });
  expect(mergeOf(stack, { of: 'items', id: 'old', into: 'mfa' }).facts(facts)).toBe(facts);
  expect(mergeOf(stack, { of: 'products', id: 'token', into: 'old-pro' }).facts(facts)).toBe(facts);
});

test('what somebody else has taken away meanwhile merges into nothing', () => {
  for (const merge of [
    { of: 'items', id: 'gone', into: 'mfa' },
    { of: 'items', id: 'old', into: 'old' },
    { of: 'products', id: 'token', into: 'mfa-pro' },
  ] as const)
    expect(mergeOf(stack, merge).stackItems).toBe(stack);
});
