import { isCurrentClient } from '../companies/current.ts';
import type { Stage } from '../portfolio/facts.ts';
import type { Cents, Day } from '../portfolio/values.ts';

/** What a snapshot says of a company's revenue. */
export interface RecordedRevenue {
  readonly date: Day;
  readonly mrr: Cents | null;
  /** Null: not on record. */
  readonly stage: Stage | null;
}

/**
 * The MRR that a company brought in on a day, as far as client retention is concerned: that of its snapshot while it was
 * a current client (in stage onboarding or active), else 0. From the day on which a company left it brings in nothing,
 * whatever contracts still say.
 */
export function countedMrr({ date, mrr, stage }: RecordedRevenue, offboardedOn: Day | null): Cents {
  if (mrr === null) return 0;
  if (stage !== null && !isCurrentClient(stage)) return 0;
  return offboardedOn !== null && offboardedOn <= date ? 0 : mrr;
}
