import type { Cents } from '../portfolio/values.ts';
import type { Period } from './movements.ts';

/**
 * How much of what we had at the start of a period we still have at its end. Only the clients at the start count (the
 * starting cohort): new logos and those who came back are left out, and so is one-time revenue.
 * - client (logo) retention: the share of these clients that are still clients;
 * - gross revenue retention: the share of their MRR that is left, when a client that pays more counts as paying the same;
 * - net revenue retention: their MRR at the end in proportion to that at the start, so more than 100 % where they grew.
 * These are the usual definitions: see for example SaaS Capital, "Essential SaaS metrics: revenue retention fundamentals",
 * and Lincoln Murphy and Dan Steinman, "Customer Success" (Wiley, 2016), where the cohort is fixed at the start as here.
 */
export interface Retention {
  /** Clients at the start. */
  readonly clients: number;
  /** Those of them that are clients at the end. */
  readonly kept: number;
  readonly startMrr: Cents;
  /** Of the cohort; each client's at most what it was at the start. */
  readonly keptMrr: Cents;
  /** Of the cohort. */
  readonly endMrr: Cents;
  /** 0–1; null without a client at the start. */
  readonly logo: number | null;
  readonly gross: number | null;
  readonly net: number | null;
}

/** The retention of a period over companies, in any order. */
export function retentionOf(companies: Iterable<Period>): Retention {
  const sums = { clients: 0, kept: 0, startMrr: 0, keptMrr: 0, endMrr: 0 };
  for (const { start, end } of companies) {
    if (start <= 0) continue;
    sums.clients += 1;
    if (end > 0) sums.kept += 1;
    sums.startMrr += start;
    sums.keptMrr += Math.min(start, end);
    sums.endMrr += end;
  }
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    ...sums,
    logo: share(sums.kept, sums.clients),
    gross: share(sums.keptMrr, sums.startMrr),
    net: share(sums.endMrr, sums.startMrr),
  };
}
