import type { Cents } from '../portfolio/values.ts';
import { compareText } from '../text/compare.ts';
import { share } from './ranking.ts';
import type { Sums } from './sums.ts';

/** Stack Opportunity: inner ring tags, outer ring stack items; the middle counts every cell once. */
export interface StackOpportunity extends OpportunitySplit {
  readonly tags: readonly TagOpportunity[];
}

export interface TagOpportunity extends OpportunitySplit {
  /** Null: items without a tag. */
  readonly tag: string | null;
  /** 0–1 of the ring, which counts an item once per tag. */
  readonly share: number;
  readonly items: readonly ItemOpportunity[];
}

export interface ItemOpportunity extends OpportunitySplit {
  readonly id: string;
  readonly name: string;
  readonly shareOfTag: number;
}

export interface OpportunitySplit {
  readonly mrr: Cents;
  readonly oneTime: Cents;
  readonly total: Cents;
}

/** Element 5: each by total, largest first, then name (untagged first), then id; items without a cell left out. */
export function stackOpportunity(sums: Sums): StackOpportunity {
  const items = [...sums.stackItems].filter((item) => sums.byItem.applicable[item]);
  const ring = [...itemsByTag(sums, items)].map(([tag, own]) => ({ tag, own, split: splitOf(sums, own) }));
  const whole = ring.reduce((sum, { split }) => sum + split.total, 0);
  ring.sort((a, b) => b.split.total - a.split.total || compareTags(a.tag, b.tag));
  return {
    ...splitOf(sums, items),
    tags: ring.map(({ tag, own, split }) => ({
      tag,
      ...split,
      share: share(split.total, whole),
      items: own.map((item) => itemOpportunity(sums, item, split.total)).sort((a, b) => b.total - a.total),
    })),
  };
}

/** An item stands under each of its tags, without one under null; items stay in their order, by name then id. */
function itemsByTag({ portfolio }: Sums, items: readonly number[]): Map<string | null, number[]> {
  const byTag = new Map<string | null, number[]>();
  for (const item of items) {
    const { tags } = portfolio.definitions.stackItems[item]!;
    for (const tag of tags.length ? new Set(tags) : [null]) {
      const own = byTag.get(tag);
      if (own) own.push(item);
      else byTag.set(tag, [item]);
    }
  }
  return byTag;
}

function itemOpportunity(sums: Sums, item: number, totalOfTag: number): ItemOpportunity {
  const { id, name } = sums.portfolio.definitions.stackItems[item]!;
  const split = splitOf(sums, [item]);
  return { id, name, ...split, shareOfTag: share(split.total, totalOfTag) };
}

function splitOf({ byItem }: Sums, items: readonly number[]): OpportunitySplit {
  const mrr = items.reduce((sum, item) => sum + byItem.mrr[item]!, 0);
  const oneTime = items.reduce((sum, item) => sum + byItem.oneTime[item]!, 0);
  return { mrr, oneTime, total: mrr + oneTime };
}

function compareTags(a: string | null, b: string | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return compareText(a, b);
}
