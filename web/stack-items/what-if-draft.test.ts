import { expect, test } from 'vitest';
import { product, stackItem } from '../../domain/portfolio/test-company.ts';
import { draftOfEdit, movesFigures } from './what-if-draft.ts';

const prices = { perCompany: null, perSeat: 300, perLocation: null };
const stack = [
  stackItem({
    id: 'web',
    tags: ['Standard'],
    products: [product({ id: 'dns', mrr: prices, oneTime: prices })],
  }),
  stackItem({ id: 'mail' }),
];
const itemsAfter = (edit: Parameters<typeof draftOfEdit>[0]) =>
  draftOfEdit(edit, stack).definitions!.stackItems!;

test('an edited item has what was changed, and the others stay the same objects', () => {
  const [web, mail] = itemsAfter({ what: 'item', id: 'web', changed: { weight: 2.5, retired: true } });
  expect(web).toEqual({ ...stack[0], weight: '2.5', retired: true });
  expect(mail).toBe(stack[1]);
});

test('an edited price stands beside those that were not touched', () => {
  const [web] = itemsAfter({
    what: 'product',
    item: 'web',
    id: 'dns',
    changed: { mrrPerCompany: 900, mrrPerSeat: null },
  });
  expect(web!.products[0]!.mrr).toEqual({ perCompany: 900, perSeat: null, perLocation: null });
  expect(web!.products[0]!.oneTime).toEqual(prices);
});

test('what is half typed stays as it is stored', () => {
  const [web] = itemsAfter({ what: 'item', id: 'web', changed: { weight: Number.NaN } });
  expect(web!.weight).toBe(stack[0]!.weight);
  const [after] = itemsAfter({
    what: 'product',
    item: 'web',
    id: 'dns',
    changed: { mrrPerSeat: Number.NaN },
  });
  expect(after!.products[0]!.mrr.perSeat).toBe(300);
});

test('what is new stands at the end', () => {
  const added = itemsAfter({ what: 'item', id: null, changed: { name: 'Backup', tags: ['Standard'] } });
  expect(added.at(-1)).toMatchObject({ tags: ['Standard'], weight: '1', retired: false });
  const [web] = itemsAfter({ what: 'product', item: 'web', id: null, changed: { standing: 'preferred' } });
  expect(web!.products).toHaveLength(2);
});

test.each([
  [{ name: 'Other', category: 'Security' }, false],
  [{ name: 'Other', weight: 2 }, true],
  [{}, false],
])('whether figures can move by %j: %s', (changed, moves) => {
  expect(movesFigures({ what: 'item', id: 'web', changed })).toBe(moves);
});
