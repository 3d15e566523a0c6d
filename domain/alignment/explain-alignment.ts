import { type Fraction, parseDecimal, toNumber } from '../money/fraction.ts';
import { type BandBounds, bandIndex } from '../portfolio/bands.ts';
import { DEFAULT_WIN_PROBABILITY } from '../portfolio/defaults.ts';
import type { Band, Product } from '../portfolio/definitions.ts';
import type { AlignmentExplanation, CellExplanation, NamedProduct } from '../portfolio/explanation.ts';
import type { Cell } from './cell.ts';
import type { LeftOut } from './company-cells.ts';
import type { OpenLine } from './opportunity.ts';

/** A company's alignment and opportunity, cell by cell, each figure with its source. */
export function explainAlignment(
  cells: readonly Cell[],
  leftOut: readonly (LeftOut | null)[],
  percent: Fraction | null,
  company: { readonly tags: readonly string[] },
  bands: { readonly bands: readonly Band[]; readonly bounds: BandBounds },
): AlignmentExplanation {
  const counting = cells.filter((_, i) => leftOut[i] === null);
  return {
    percent: percent && toNumber(percent),
    mrrOpportunity: counting.reduce((sum, cell) => sum + cell.mrr.amount, 0),
    oneTimeOpportunity: counting.reduce((sum, cell) => sum + cell.oneTime.amount, 0),
    cells: cells.map((cell, i) => explainCell(cell, leftOut[i] ?? null, company.tags, bands)),
  };
}

function explainCell(
  cell: Cell,
  leftOut: LeftOut | null,
  companyTags: readonly string[],
  { bands, bounds }: { readonly bands: readonly Band[]; readonly bounds: BandBounds },
): CellExplanation {
  const { typed } = cell;
  const { item } = cell.item;
  const sharedTags = item.tags.filter((tag) => companyTags.includes(tag));
  const applicableSource = sourceOf(typed?.applicable, cell.tagMatched ? 'tag' : 'none');
  const { name, color } = bands[bandIndex(bounds, cell.alignment)]!;
  return {
    stackItem: { id: item.id, name: item.name },
    counts: leftOut === null,
    reason: reasonOf(cell, leftOut, applicableSource, sharedTags),
    applicable: cell.applicable,
    applicableSource,
    sharedTags,
    currentProduct: named(cell.currentProduct),
    currentProductSource: sourceOf(typed?.currentProduct, cell.currentProduct ? 'contract lines' : 'none'),
    opportunityProduct: named(cell.opportunityProduct),
    opportunityProductSource: sourceOf(
      typed?.opportunityProduct,
      cell.opportunityProduct ? 'preferred' : 'none',
    ),
    alignment: toNumber(cell.alignment),
    alignmentSource: sourceOf(typed?.alignment, 'product'),
    band: { name, color },
    aligned: cell.aligned,
    weight: toNumber(cell.item.weight),
    agreementInclusion: typed?.agreementInclusion ?? (item.agreementInclusionDefault && cell.tagMatched),
    agreementInclusionSource: sourceOf(typed?.agreementInclusion, 'default'),
    currentMrr: cell.currentMrr,
    currentMrrSource: sourceOf(typed?.currentMrr, 'contract lines'),
    mrrOpportunity: cell.mrr,
    oneTimeOpportunity: cell.oneTime,
    recommendations: cell.openLines.map(explainLine),
    provider: typed?.provider ?? null,
    threat: typed?.threat ?? false,
    setOn: typed?.setOn ?? null,
    setBy: typed?.setBy ?? null,
  };
}

function reasonOf(
  cell: Cell,
  leftOut: LeftOut | null,
  applicableSource: CellExplanation['applicableSource'],
  sharedTags: readonly string[],
): string {
  switch (leftOut) {
    case 'retired':
      return 'The stack item is retired';
    case 'not applicable':
      return applicableSource === 'typed'
        ? 'Set as not applicable by hand'
        : 'The company shares no tag with the stack item';
    case 'any one of':
      return `Another item of "${cell.item.item.anyOneOf}" is aligned, and any one of them is enough`;
    case null:
      return applicableSource === 'typed'
        ? 'Set as applicable by hand'
        : `The company and the stack item share ${sharedTags.map((tag) => `"${tag}"`).join(', ')}`;
  }
}

function explainLine({ recommendation, line }: OpenLine): CellExplanation['recommendations'][number] {
  return {
    recommendation: { id: recommendation.id, title: recommendation.title },
    line: line.id,
    winProbability: toNumber(parseDecimal(recommendation.winProbability ?? DEFAULT_WIN_PROBABILITY)),
    mrr: line.mrr ?? 0,
    oneTime: line.oneTime ?? 0,
  };
}

function sourceOf<Derived>(typed: unknown, derived: Derived): 'typed' | Derived {
  return typed === null || typed === undefined ? derived : 'typed';
}

function named(product: Product | null): NamedProduct | null {
  return product && { id: product.id, name: product.name, standing: product.standing };
}
