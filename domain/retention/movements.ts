import type { Cents } from '../portfolio/values.ts';

/**
 * Why MRR is another at the end of a period than at its start, company by company:
 * - new: a company that had never been a client brings in MRR;
 * - returning: one that had been a client before, and was none at the start;
 * - expansion, contraction: a client brings in more, or less;
 * - churn: a client brings in nothing any more.
 * A client is a company with MRR above 0. What happened and was undone in between is no movement.
 */
export const MOVEMENTS = ['new', 'returning', 'expansion', 'contraction', 'churn'] as const;
export type MovementKind = (typeof MOVEMENTS)[number];

/** A company's MRR on the first and on the last day of a period. */
export interface Period {
  readonly start: Cents;
  readonly end: Cents;
  /** It was a client at some time before the start. */
  readonly wasClient: boolean;
}

export interface Movement {
  readonly kind: MovementKind;
  /** End less start: negative for contraction and churn. */
  readonly amount: Cents;
}

/** What moved at a company; null: its MRR is the same. */
export function movementOf({ start, end, wasClient }: Period): Movement | null {
  if (start === end) return null;
  const amount = end - start;
  if (start <= 0 && end > 0) return { kind: wasClient ? 'returning' : 'new', amount };
  if (start > 0 && end <= 0) return { kind: 'churn', amount };
  return { kind: amount > 0 ? 'expansion' : 'contraction', amount };
}

/** The MRR at the start, what moved it, and the MRR at the end: start + movements = end, to the cent. */
export type Ledger = Readonly<Record<MovementKind | 'start' | 'end', Cents>>;

/** The ledger of a period over companies, in any order. */
export function ledgerOf(companies: Iterable<Period>): Ledger {
  const ledger = { start: 0, new: 0, returning: 0, expansion: 0, contraction: 0, churn: 0, end: 0 };
  for (const company of companies) {
    ledger.start += company.start;
    ledger.end += company.end;
    const movement = movementOf(company);
    if (movement) ledger[movement.kind] += movement.amount;
  }
  return ledger;
}
