import type { Cents } from '../portfolio/values.ts';
import { share, topTen } from './ranking.ts';
import type { Sums } from './sums.ts';

/** Stack Alignment: one of the top ten stack items by opportunity. */
export interface StackAlignmentBar {
  readonly id: string;
  readonly name: string;
  readonly currentMrr: Cents;
  readonly mrrOpportunity: Cents;
  readonly oneTimeOpportunity: Cents;
  /** Companies of the dashboard for which the item counts. */
  readonly applicable: number;
  /** Those of them in the top alignment band. */
  readonly aligned: number;
  readonly alignedShare: number;
}

/** Element 6: by total opportunity, largest first, then name, then id; items without a cell left out. */
export function stackAlignment({ portfolio, stackItems, byItem }: Sums): StackAlignmentBar[] {
  const items = stackItems.filter((item) => byItem.applicable[item]);
  const total = (at: number) => byItem.mrr[items[at]!]! + byItem.oneTime[items[at]!]!;
  return topTen(items.length, (a, b) => total(b) - total(a)).map((at) => {
    const item = items[at]!;
    const { id, name } = portfolio.definitions.stackItems[item]!;
    const applicable = byItem.applicable[item]!;
    const aligned = byItem.aligned[item]!;
    return {
      id,
      name,
      currentMrr: byItem.currentMrr[item]!,
      mrrOpportunity: byItem.mrr[item]!,
      oneTimeOpportunity: byItem.oneTime[item]!,
      applicable,
      aligned,
      alignedShare: share(aligned, applicable),
    };
  });
}
