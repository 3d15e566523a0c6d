import { sharesTag } from '../alignment/applicable.ts';
import type { Product, StackItem } from '../portfolio/definitions.ts';
import type { Alignment, CompanyFacts } from '../portfolio/facts.ts';
import { mergeCells, NOTHING_SET, type SetByHand } from '../stack-items/merge-cells.ts';
import { joined, mergeProducts, productsOfBoth } from '../stack-items/merge-products.ts';
import { compareText } from '../text/compare.ts';

/** Two stack items, or two products of one, that are to become one. */
export interface Merge {
  readonly of: 'items' | 'products';
  /** The one that goes. */
  readonly id: string;
  /** The one that stays. */
  readonly into: string;
}

/**
 * What becomes of the stack, and of what clients have of it, when two items or products become one. Something that is no
 * longer there merges into nothing: all stays as it is.
 */
export interface Merged {
  readonly stackItems: readonly StackItem[];
  /** A company's facts as they are to be; the same object where nothing of it moves. */
  readonly facts: (facts: CompanyFacts) => CompanyFacts;
}

export function mergeOf(stackItems: readonly StackItem[], { of, id, into }: Merge): Merged {
  const merged = of === 'items' ? mergedItems(stackItems, id, into) : mergedProducts(stackItems, id, into);
  return merged ?? { stackItems, facts: (facts) => facts };
}

function mergedProducts(stackItems: readonly StackItem[], id: string, into: string): Merged | null {
  const item = stackItems.find(({ products }) => products.some((product) => product.id === id));
  const [gone, stays] = [id, into].map((wanted) => item?.products.find((product) => product.id === wanted));
  if (!item || !gone || !stays || gone === stays) return null;
  const products = withJoined(
    item.products.filter((product) => product !== gone),
    [{ product: gone, into: stays }],
  );
  const names = new Map([[id, into]]);
  return {
    stackItems: stackItems.map((one) => (one === item ? { ...one, products } : one)),
    facts: (facts) => withRows(facts, renamedProducts(facts.alignments, names)),
  };
}

function mergedItems(stackItems: readonly StackItem[], id: string, into: string): Merged | null {
  const [gone, stays] = [id, into].map((wanted) => stackItems.find((item) => item.id === wanted));
  if (!gone || !stays || gone === stays) return null;
  const { moved, joined: same } = productsOfBoth(stays.products, gone.products);
  const products = [...withJoined(stays.products, same), ...moved].sort((a, b) => compareText(a.id, b.id));
  const item = { ...stays, tags: joined(stays.tags, gone.tags), products };
  const names = new Map(same.map((pair) => [pair.product.id, pair.into.id]));
  return {
    stackItems: stackItems.filter((one) => one !== gone).map((one) => (one === stays ? item : one)),
    facts: (facts) => {
      const rows = renamedProducts(facts.alignments, names);
      const moved = withRows(facts, withMergedCell(rows, facts, stays, gone));
      return withLines(moved, id, into);
    },
  };
}

/** One after the other, as several may become one with the same. */
function withJoined(
  products: readonly Product[],
  pairs: readonly { readonly product: Product; readonly into: Product }[],
): readonly Product[] {
  return products.map((product) => {
    let whole = product;
    for (const { product: gone, into } of pairs)
      if (into.id === product.id) whole = { ...whole, ...mergeProducts(whole, gone) };
    return whole;
  });
}

function renamedProducts(
  rows: readonly Alignment[],
  names: ReadonlyMap<string, string>,
): readonly Alignment[] {
  const called = (id: string | null) => (id === null ? null : (names.get(id) ?? id));
  const touched = ({ currentProduct, opportunityProduct }: Alignment) =>
    called(currentProduct) !== currentProduct || called(opportunityProduct) !== opportunityProduct;
  if (!rows.some(touched)) return rows;
  return rows.map((row) => ({
    ...row,
    currentProduct: called(row.currentProduct),
    opportunityProduct: called(row.opportunityProduct),
  }));
}

/** Where nothing was set for either item, the tags of both say whether it applies. */
function withMergedCell(
  rows: readonly Alignment[],
  { tags }: CompanyFacts,
  stays: StackItem,
  gone: StackItem,
): readonly Alignment[] {
  const own = new Set(tags);
  const [these, those] = [stays, gone].map((item) => {
    const row = rows.find(({ stackItem }) => stackItem === item.id);
    return { row, cell: { set: setOf(row), tagMatched: sharesTag(item.tags, own) } };
  });
  if (!these || !those || (!these.row && !those.row)) return rows;
  const { set } = mergeCells(these.cell, those.cell);
  return [
    ...rows.filter((row) => row !== these.row && row !== those.row),
    { ...set, threat: set.threat ?? false, stackItem: stays.id },
  ];
}

function setOf(row: Alignment | undefined): SetByHand {
  if (!row) return NOTHING_SET;
  const { stackItem: _, ...set } = row;
  return set;
}

function withRows(facts: CompanyFacts, alignments: readonly Alignment[]): CompanyFacts {
  return alignments === facts.alignments ? facts : { ...facts, alignments };
}

function withLines(facts: CompanyFacts, id: string, into: string): CompanyFacts {
  const names = ({ lines }: CompanyFacts['recommendations'][number]) =>
    lines.some(({ stackItem }) => stackItem === id);
  if (!facts.recommendations.some(names)) return facts;
  return {
    ...facts,
    recommendations: facts.recommendations.map((one) => ({
      ...one,
      lines: one.lines.map((line) => (line.stackItem === id ? { ...line, stackItem: into } : line)),
    })),
  };
}
