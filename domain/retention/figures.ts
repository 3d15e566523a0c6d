import type { Tally } from '../csat/satisfaction.ts';
import type { Cents } from '../portfolio/values.ts';
import { MOVEMENTS, type MovementKind, movementOf, type Period } from './movements.ts';
import { type Retention, retentionOf } from './retention.ts';

/** MRR, and the companies that it comes from. */
export interface Amount {
  readonly mrr: Cents;
  readonly companies: number;
}

/**
 * Everything that is said of a span: MRR at its start, what moved it, and MRR at its end, with how many clients; and what
 * was retained of the clients at the start. MRR: start + movements = end. Clients: start + new + returning − churn = end.
 */
export type Figures = Readonly<Record<'start' | MovementKind | 'end', Amount>> & {
  readonly retention: Retention;
};

/** The figures of a span over companies, in any order. */
export function figuresOf(periods: readonly Period[]): Figures {
  const amount = () => ({ mrr: 0, companies: 0 });
  const sums = {
    start: amount(),
    new: amount(),
    returning: amount(),
    expansion: amount(),
    contraction: amount(),
    churn: amount(),
    end: amount(),
  };
  for (const period of periods) {
    sums.start.mrr += period.start;
    sums.end.mrr += period.end;
    if (period.start > 0) sums.start.companies += 1;
    if (period.end > 0) sums.end.companies += 1;
    const movement = movementOf(period);
    if (!movement) continue;
    sums[movement.kind].mrr += movement.amount;
    sums[movement.kind].companies += 1;
  }
  return { ...sums, retention: retentionOf(periods) };
}

/** Answers of CSAT surveys, and the share of positive ones: 0–1; null without an answer. */
export interface Csat extends Tally {
  readonly share: number | null;
}

export function csatOf(tallies: Iterable<Tally>): Csat {
  const sums = { positive: 0, neutral: 0, negative: 0 };
  for (const { positive, neutral, negative } of tallies) {
    sums.positive += positive;
    sums.neutral += neutral;
    sums.negative += negative;
  }
  const all = sums.positive + sums.neutral + sums.negative;
  return { ...sums, share: all === 0 ? null : sums.positive / all };
}

/** What can be opened into the companies behind it. */
export const RETENTION_FIGURES = ['start', ...MOVEMENTS, 'end', 'retention', 'csat'] as const;
export type RetentionFigure = (typeof RETENTION_FIGURES)[number];

/** Whether a company is one of those behind a figure. */
export function isBehind(period: Period, figure: Exclude<RetentionFigure, 'csat'>): boolean {
  switch (figure) {
    case 'start':
      return period.start !== 0;
    case 'end':
      return period.end !== 0;
    case 'retention':
      return period.start > 0;
    default:
      return movementOf(period)?.kind === figure;
  }
}
