import { type Fraction, fraction, parseDecimal, toNumber } from '../money/fraction.ts';
import type { Definitions, Quadrant } from '../portfolio/definitions.ts';
import type { CompanyFigures } from '../portfolio/figures.ts';
import type { Cents } from '../portfolio/values.ts';
import { NOT_PLACED, quadrantOf } from './quadrant.ts';

/** Where a company stands by its MRR and effort, and what that rests on. */
export interface SegmentExplanation {
  /** Null: not placed. */
  readonly quadrant: Quadrant | null;
  readonly name: string;
  readonly value: Cents;
  /** Cents, not rounded; null without current clients to take a median of. */
  readonly valueMidpoint: number | null;
  readonly valueMidpointSource: 'fixed' | 'median';
  readonly effort: number | null;
  readonly effortMidpoint: number;
  readonly reason: string;
}

/** `midpoint` is valueMidpoint(…, 'total'), which rests on all current clients of the workspace. */
export function explainSegment(
  definitions: Pick<Definitions, 'workspace' | 'segments'>,
  company: Pick<CompanyFigures, 'mrr' | 'effort'>,
  midpoint: Fraction | null,
): SegmentExplanation {
  const effortMidpoint = parseDecimal(definitions.workspace.effortMidpoint);
  const quadrant = quadrantOf(fraction(company.mrr), company.effort, midpoint, effortMidpoint);
  const segment = definitions.segments.find((candidate) => candidate.quadrant === quadrant);
  return {
    quadrant,
    name: segment?.name ?? NOT_PLACED,
    value: company.mrr,
    valueMidpoint: midpoint && toNumber(midpoint),
    valueMidpointSource: definitions.workspace.valueMidpoint === null ? 'median' : 'fixed',
    effort: company.effort,
    effortMidpoint: toNumber(effortMidpoint),
    reason: reasonOf(quadrant, company.effort),
  };
}

function reasonOf(quadrant: Quadrant | null, effort: number | null): string {
  if (effort === null) return 'The company has no effort score';
  if (quadrant === null) return 'The workspace has no current client to compare the value with';
  const value = quadrant.startsWith('high_value') ? 'at or above' : 'below';
  return `Its value is ${value} the value midpoint, its effort ${quadrant.endsWith('high_effort') ? 'at or above' : 'below'} the effort midpoint`;
}
