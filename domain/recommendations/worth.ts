import { scaledCents } from '../money/cents.ts';
import { DEFAULT_WIN_PROBABILITY } from '../portfolio/defaults.ts';
import type { Cents } from '../portfolio/values.ts';

interface Priced {
  /** Percent, a decimal number; null: the default. */
  readonly winProbability: string | null;
  readonly lines: readonly { readonly mrr: Cents | null; readonly oneTime: Cents | null }[];
}

/** What a recommendation comes to, gross and weighted. */
export interface Worth {
  readonly mrr: Cents;
  readonly oneTime: Cents;
  readonly weightedMrr: Cents;
  readonly weightedOneTime: Cents;
}

/** What a recommendation is worth over all its lines. Weighted: each line times the win probability, rounded half up. */
export function worthOf({ winProbability, lines }: Priced): Worth {
  const percent = winProbability ?? DEFAULT_WIN_PROBABILITY;
  const weigh = (amount: Cents | null) => scaledCents(amount ?? 0, percent, 1, 100);
  return lines.reduce<Worth>(
    (sum, { mrr, oneTime }) => ({
      mrr: sum.mrr + (mrr ?? 0),
      oneTime: sum.oneTime + (oneTime ?? 0),
      weightedMrr: sum.weightedMrr + weigh(mrr),
      weightedOneTime: sum.weightedOneTime + weigh(oneTime),
    }),
    { mrr: 0, oneTime: 0, weightedMrr: 0, weightedOneTime: 0 },
  );
}
