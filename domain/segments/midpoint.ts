import { compare, type Fraction, fraction } from '../money/fraction.ts';
import type { WorkspaceSettings } from '../portfolio/definitions.ts';
import type { CompanyFigures } from '../portfolio/figures.ts';

/** What a company's value is: its MRR, or its MRR per employee (docs/product.md §10). */
export type ValueKind = 'total' | 'perSeat';

/** A company's value in cents, exactly; null where there is none (per seat, without employees). */
export function companyValue(
  company: Pick<CompanyFigures, 'mrr' | 'employees'>,
  kind: ValueKind,
): Fraction | null {
  if (kind === 'total') return fraction(company.mrr);
  return company.employees ? fraction(company.mrr, company.employees) : null;
}

/**
 * Where high value begins, in cents (docs/interfaces.md, "Midpoint"): the amount that the workspace fixed, else the
 * median over its current clients, whoever looks and whatever the filter; null if there is none to take it of.
 */
export function valueMidpoint(
  workspace: Pick<WorkspaceSettings, 'valueMidpoint' | 'seatValueMidpoint'>,
  companies: Iterable<Pick<CompanyFigures, 'current' | 'mrr' | 'employees'>>,
  kind: ValueKind,
): Fraction | null {
  const fixed = kind === 'total' ? workspace.valueMidpoint : workspace.seatValueMidpoint;
  if (fixed !== null) return fraction(fixed);
  const values: Fraction[] = [];
  for (const company of companies) {
    const value = company.current ? companyValue(company, kind) : null;
    if (value) values.push(value);
  }
  return median(values);
}

/** The middle value, or the mean of the middle two of an even number; null of none. */
export function median(values: readonly Fraction[]): Fraction | null {
  const sorted = [...values].sort(compare);
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (!upper) return null;
  if (sorted.length % 2 === 1) return upper;
  const lower = sorted[sorted.length / 2 - 1]!;
  return { n: lower.n * upper.d + upper.n * lower.d, d: 2n * lower.d * upper.d };
}
