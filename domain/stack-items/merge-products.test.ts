import { expect, test } from 'vitest';
import type { PriceBook } from '../portfolio/definitions.ts';
import { product } from '../portfolio/test-company.ts';
import { mergeProducts, productsOfBoth } from './merge-products.ts';

const prices = (own: Partial<PriceBook> = {}): PriceBook => ({
  perCompany: null,
  perSeat: null,
  perLocation: null,
  ...own,
});

test.each<[string, PriceBook, PriceBook, PriceBook]>([
  ['its own prices stay', prices({ perSeat: 150 }), prices({ perSeat: 200 }), prices({ perSeat: 150 })],
  [
    'they are not mixed with the other’s',
    prices({ perSeat: 150 }),
    prices({ perCompany: 5000 }),
    prices({ perSeat: 150 }),
  ],
  [
    'without any it takes the other’s',
    prices(),
    prices({ perSeat: 2, perCompany: 9 }),
    prices({ perSeat: 2, perCompany: 9 }),
  ],
  ['a price of 0 is one', prices({ perSeat: 0 }), prices({ perSeat: 2 }), prices({ perSeat: 0 })],
  ['neither has any', prices(), prices(), prices()],
])('prices: %s', (_, kept, merged, result) => {
  for (const figure of ['mrr', 'oneTime'] as const) {
    const both = mergeProducts(product({ [figure]: kept }), product({ [figure]: merged }));
    expect(both[figure]).toEqual(result);
  }
});

test('the codes of both mean it, each once and in order', () => {
  const { productCodes } = mergeProducts(
    product({ productCodes: ['Z', 'B'] }),
    product({ productCodes: ['B', 'A'] }),
  );
  expect(productCodes).toEqual(['A', 'B', 'Z']);
});

test('products of an item that is merged into another move, but for those whose name is there', () => {
  const named = (id: string, name: string) => product({ id, name });
  const { moved, joined } = productsOfBoth(
    [named('k1', 'Duo'), named('k2', 'duo'), named('k3', 'Entra')],
    [named('m1', ' DUO '), named('m2', 'Okta'), named('m3', 'Duo')],
  );
  expect(moved.map(({ id }) => id)).toEqual(['m2']);
  expect(joined.map((one) => [one.product.id, one.into.id])).toEqual([
    ['m1', 'k1'],
    ['m3', 'k1'],
  ]);
});
