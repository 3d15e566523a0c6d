import { expect, test } from 'vitest';
import { explainCompany } from '../portfolio/company-figures.ts';
import type { Product, StackItem } from '../portfolio/definitions.ts';
import type { CellExplanation } from '../portfolio/explanation.ts';
import type { Alignment, CompanyFacts } from '../portfolio/facts.ts';
import {
  AS_OF,
  company,
  contract,
  definitions,
  line,
  product,
  recommendation,
  stackItem,
  typed,
} from '../portfolio/test-company.ts';

/** By key: an old product, the preferred one, one that is supported, and a second preferred one. */
const PRODUCTS: Product[] = [
  product({ id: 'p1-old', standing: 'other', productCodes: ['OLD'] }),
  product({
    id: 'p2-best',
    standing: 'preferred',
    productCodes: ['BEST', 'BEST-2'],
    mrr: { perCompany: 1000, perSeat: 200, perLocation: 30 },
    oneTime: { perCompany: 50000, perSeat: null, perLocation: null },
  }),
  product({ id: 'p3-fair', standing: 'supported', productCodes: ['FAIR'] }),
  product({ id: 'p4-best', standing: 'preferred', mrr: { perCompany: 7, perSeat: null, perLocation: null } }),
];

function cell(
  facts: Partial<CompanyFacts> = {},
  ownTyped: Partial<Alignment> | null = null,
  ownItem: Partial<StackItem> = {},
): CellExplanation {
  const item = stackItem({ tags: ['Standard'], products: PRODUCTS, ...ownItem });
  const facts_ = company({ tags: ['Standard'], alignments: ownTyped ? [typed(ownTyped)] : [], ...facts });
  return explainCompany(definitions({ stackItems: [item] }), facts_, AS_OF).alignment.cells[0]!;
}

function using(...codes: string[]): Partial<CompanyFacts> {
  return {
    contracts: [contract({ lines: codes.map((code) => line({ productCode: code, unitPrice: 1500 })) })],
  };
}

test.each<[string, string[], string[], boolean | null, boolean, string]>([
  ['share a tag', ['Standard'], ['Standard', 'Cloud'], null, true, 'tag'],
  ['share none', ['Premium'], ['Standard'], null, false, 'none'],
  ['share almost one', ['standard'], ['Standard'], null, false, 'none'],
  ['have no tags', [], [], null, false, 'none'],
  ['switched on by hand', [], [], true, true, 'typed'],
  ['switched off by hand, whatever the tag', ['Standard'], ['Standard'], false, false, 'typed'],
])('applicable: company and item %s', (_, tags, itemTags, byHand, applicable, source) => {
  const told = cell({ tags }, { applicable: byHand }, { tags: itemTags });
  expect(told).toMatchObject({ applicable, applicableSource: source, counts: applicable });
});

test.each<[string, Partial<CompanyFacts>, string | null, string | null, string]>([
  ['no lines and nothing typed', {}, null, null, 'none'],
  ['a line with its code', using('FAIR'), null, 'p3-fair', 'contract lines'],
  ['several: the first product by key', using('FAIR', 'BEST', 'OLD'), null, 'p1-old', 'contract lines'],
  ['a code of something else', using('XYZ'), null, null, 'none'],
  ['typed, whatever the lines', using('OLD'), 'p2-best', 'p2-best', 'typed'],
  ['typed none, whatever the lines', using('OLD'), 'none', null, 'typed'],
])('current product: %s', (_, facts, currentProduct, expected, source) => {
  const told = cell(facts, { currentProduct });
  expect([told.currentProduct?.id ?? null, told.currentProductSource]).toEqual([expected, source]);
});

test.each<[string, string, string | null, string | null, string]>([
  ['none in use: the first preferred by key', 'none', null, 'p2-best', 'preferred'],
  ['an old one in use', 'p1-old', null, 'p2-best', 'preferred'],
  ['a supported one in use', 'p3-fair', null, 'p2-best', 'preferred'],
  ['a preferred one in use, though not the first', 'p4-best', null, null, 'none'],
  ['typed', 'p2-best', 'p3-fair', 'p3-fair', 'typed'],
])('opportunity product: %s', (_, currentProduct, opportunityProduct, expected, source) => {
  const told = cell({}, { currentProduct, opportunityProduct });
  expect([told.opportunityProduct?.id ?? null, told.opportunityProductSource]).toEqual([expected, source]);
});

test.each<[string, Partial<Alignment>, number, string, string]>([
  ['preferred', { currentProduct: 'p2-best' }, 100, 'product', 'Aligned'],
  ['supported', { currentProduct: 'p3-fair' }, 50, 'product', 'Partly aligned'],
  ['other', { currentProduct: 'p1-old' }, 0, 'product', 'Not aligned'],
  ['none', { currentProduct: 'none' }, 0, 'product', 'Not aligned'],
  [
    'typed 0 on a preferred product',
    { currentProduct: 'p2-best', alignment: '0' },
    0,
    'typed',
    'Not aligned',
  ],
  ['33.9 is not 34', { alignment: '33.9' }, 33.9, 'typed', 'Not aligned'],
  ['34', { alignment: '34' }, 34, 'typed', 'Partly aligned'],
  ['66.99 is not 67', { alignment: '66.99' }, 66.99, 'typed', 'Partly aligned'],
  ['67', { alignment: '67.0' }, 67, 'typed', 'Aligned'],
])('alignment: %s', (_, own, alignment, source, band) => {
  const told = cell({}, own);
  expect(told).toMatchObject({ alignment, alignmentSource: source, aligned: band === 'Aligned' });
  expect(told.band.name).toBe(band);
});

test.each<[string, boolean, string[], boolean | null, boolean, string]>([
  ['the default, when the tag matches', true, ['Standard'], null, true, 'default'],
  ['not without the tag', true, [], null, false, 'default'],
  ['not where it is no default', false, ['Standard'], null, false, 'default'],
  ['typed off', true, ['Standard'], false, false, 'typed'],
  ['typed on', false, [], true, true, 'typed'],
])('agreement inclusion: %s', (_, agreementInclusionDefault, tags, byHand, expected, source) => {
  const told = cell(
    { tags },
    { applicable: true, agreementInclusion: byHand },
    { agreementInclusionDefault },
  );
  expect([told.agreementInclusion, told.agreementInclusionSource]).toEqual([expected, source]);
});

test.each<[string, Partial<CompanyFacts>, number | null, number, string]>([
  ['the lines with any of its codes', using('OLD', 'BEST', 'XYZ'), null, 3000, 'contract lines'],
  ['a line counts once though its code is of two products', using('BEST'), null, 1500, 'contract lines'],
  ['none', {}, null, 0, 'contract lines'],
  ['typed', using('OLD'), 0, 0, 'typed'],
])('current MRR: %s', (_, facts, currentMrr, expected, source) => {
  const shared = [...PRODUCTS, product({ id: 'p5', productCodes: ['BEST'] })];
  const told = cell(facts, { currentMrr }, { products: shared });
  expect([told.currentMrr, told.currentMrrSource]).toEqual([expected, source]);
});

const size = { employeesSynced: 10, locations: 2 };
const advice = recommendation({
  lines: [
    { id: 'l1', stackItem: 'web-filtering', mrr: 1001, oneTime: null },
    { id: 'l2', stackItem: 'web-filtering', mrr: 1001, oneTime: 301 },
    { id: 'l3', stackItem: null, mrr: 999, oneTime: 999 },
    { id: 'l4', stackItem: 'backup', mrr: 999, oneTime: 999 },
  ],
});
const book = { mrr: [3060, 3060, 'price book'], oneTime: [50000, 50000, 'price book'] };
const none = { mrr: [0, 0, 'none'], oneTime: [0, 0, 'none'] };
// 60 % of 10.01 is 6.006, rounded by line.
const advised = { mrr: [2002, 1202, 'recommendations'], oneTime: [301, 181, 'recommendations'] };

test.each<[string, Partial<CompanyFacts>, Partial<Alignment>, typeof book]>([
  ['the price book: per company + 10 seats + 2 locations', size, {}, book],
  ['unknown seats and locations count as none', {}, {}, { ...book, mrr: [1000, 1000, 'price book'] }],
  ['nothing once it is aligned', size, { alignment: '67' }, none],
  [
    'the price book again below the top band',
    size,
    { currentProduct: 'p2-best', opportunityProduct: 'p4-best', alignment: '66.9' },
    { mrr: [7, 7, 'price book'], oneTime: [0, 0, 'price book'] },
  ],
  [
    'nothing when the opportunity is what is in use',
    size,
    { currentProduct: 'p3-fair', opportunityProduct: 'p3-fair' },
    none,
  ],
  ['nothing without a product to move to', size, { currentProduct: 'p4-best', alignment: '10' }, none],
  ['open recommendations before the price book', { ...size, recommendations: [advice] }, {}, advised],
  [
    'open recommendations even where it is aligned',
    { recommendations: [advice] },
    { alignment: '100' },
    advised,
  ],
  [
    'with the chance that was set',
    { recommendations: [{ ...advice, winProbability: '12.5' }] },
    {},
    { mrr: [2002, 250, 'recommendations'], oneTime: [301, 38, 'recommendations'] },
  ],
  [
    'a recommendation under way is open',
    { recommendations: [{ ...advice, status: 'On Hold' }] },
    {},
    advised,
  ],
  ['not a completed one', { ...size, recommendations: [{ ...advice, status: 'Completed' }] }, {}, book],
  ['not a declined one', { ...size, recommendations: [{ ...advice, status: 'Declined' }] }, {}, book],
  [
    'not one for another item',
    { ...size, recommendations: [{ ...advice, lines: advice.lines.slice(2) }] },
    {},
    book,
  ],
  [
    'a typed MRR leaves the one-time as it was',
    { ...size, recommendations: [advice] },
    { mrrOpportunity: 500 },
    { ...advised, mrr: [500, 500, 'typed'] },
  ],
  [
    'a typed one-time leaves the MRR as it was',
    size,
    { oneTimeOpportunity: 0 },
    { ...book, oneTime: [0, 0, 'typed'] },
  ],
])('opportunity: %s', (_, facts, own, expected) => {
  const told = cell(facts, own);
  const flat = ({ amount, weighted, source }: CellExplanation['mrrOpportunity']) => [
    amount,
    weighted,
    source,
  ];
  expect({ mrr: flat(told.mrrOpportunity), oneTime: flat(told.oneTimeOpportunity) }).toEqual(expected);
});

test('what was noted by hand is told as it stands, and a cell without a row has nothing noted', () => {
  const noted = { provider: 'Their nephew', threat: true, setOn: '2026-01-02', setBy: 'ana' };
  expect(cell({}, noted)).toMatchObject(noted);
  expect(cell()).toMatchObject({ provider: null, threat: false, setOn: null, setBy: null });
});
