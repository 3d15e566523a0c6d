import type { CompanyExplanation } from '../../contract/explanation.ts';
import { parseDecimal, toNumber } from '../../domain/money/fraction.ts';
import { known } from '../../domain/portfolio/column-arrays.ts';
import type { Portfolio } from '../../domain/portfolio/columns.ts';
import { portfolioMidpoint, quadrantAt } from '../../domain/portfolio/placement.ts';

/** Which quadrant a company stands in by total value, and what that rests on. */
export function explainSegment(portfolio: Portfolio, slot: number): CompanyExplanation['segment'] {
  const { workspace, segments } = portfolio.definitions;
  const quadrant = quadrantAt(portfolio, slot, 'total');
  const midpoint = portfolioMidpoint(portfolio, 'total');
  const effort = known(portfolio.company.effort, slot);
  return {
    quadrant,
    name: segments.find((segment) => segment.quadrant === quadrant)?.name ?? 'Not placed',
    value: portfolio.company.mrr[slot]!,
    valueMidpoint: midpoint && toNumber(midpoint),
    valueMidpointSource: workspace.valueMidpoint === null ? 'median' : 'fixed',
    effort,
    effortMidpoint: toNumber(parseDecimal(workspace.effortMidpoint)),
    reason: reasonFor(quadrant, effort),
  };
}

function reasonFor(quadrant: string | null, effort: number | null): string {
  if (quadrant === null)
    return effort === null
      ? 'The company has no effort score.'
      : 'There is no value midpoint, as the workspace has no current client.';
  const value = quadrant.startsWith('high_value') ? 'at or above' : 'below';
  const effortSide = quadrant.endsWith('high_effort') ? 'at or above' : 'below';
  return `Its value is ${value} the value midpoint, and its effort ${effortSide} the effort midpoint.`;
}
