import type { Portfolio } from '../portfolio/columns.ts';
import type { Day } from '../portfolio/values.ts';
import { joinBytes } from '../text/join-bytes.ts';
import { type HealthSlice, health, type OpportunitySlice, opportunityByHealth } from './health.ts';
import { pointsJson } from './points-json.ts';
import type { DashboardRequest } from './query.ts';
import { placedSlots, pointsOf, type Segments, segmentCounts } from './segments.ts';
import { type StackAlignmentBar, stackAlignment } from './stack-alignment.ts';
import { type StackByCustomer, stackByCustomer } from './stack-by-customer.ts';
import { type StackOpportunity, stackOpportunity } from './stack-opportunity.ts';
import { type Sums, sumUp } from './sums.ts';

/** The six elements of the dashboard, as `GET /api/v1/dashboard` answers them (docs/interfaces.md). Money in cents. */
export interface Dashboard {
  readonly asOf: Day;
  readonly currency: string;
  /** How many companies it is about: visible, in stage onboarding or active, passing the filters. */
  readonly companies: number;
  readonly segments: Segments;
  readonly health: readonly HealthSlice[];
  readonly opportunityByHealth: readonly OpportunitySlice[];
  readonly stackByCustomer: StackByCustomer;
  readonly stackOpportunity: StackOpportunity;
  readonly stackAlignment: readonly StackAlignmentBar[];
}

/** The dashboard of one viewer. Ids of the query that mean nothing to the viewer match no company. */
export function dashboard(portfolio: Portfolio, request: DashboardRequest): Dashboard {
  const sums = sumUp(portfolio, request);
  const points = Array.from(placedSlots(sums), pointsOf(portfolio, request.query.value));
  return { ...head(sums), segments: { ...segmentCounts(sums), points }, ...tail(sums) };
}

const encoder = new TextEncoder();

/**
 * `JSON.stringify(dashboard(portfolio, request))` in UTF-8, in a fraction of the time where there are many points: each
 * company's point is kept as bytes, ready to be sent, until the company or its quadrant changes.
 */
export function dashboardJson(portfolio: Portfolio, request: DashboardRequest): Uint8Array {
  const sums = sumUp(portfolio, request);
  const segments = JSON.stringify(segmentCounts(sums)).slice(0, -1);
  const before = `${JSON.stringify(head(sums)).slice(0, -1)},"segments":${segments},"points":[`;
  const after = `]},${JSON.stringify(tail(sums)).slice(1)}`;
  const points = pointsJson(portfolio, request.query.value, placedSlots(sums));
  return joinBytes(encoder.encode(before), points, encoder.encode(after));
}

function head({ portfolio, request, slots }: Sums) {
  return {
    asOf: request.asOf,
    currency: portfolio.definitions.workspace.currency,
    companies: slots.length,
  };
}

function tail(sums: Sums) {
  return {
    health: health(sums),
    opportunityByHealth: opportunityByHealth(sums),
    stackByCustomer: stackByCustomer(sums),
    stackOpportunity: stackOpportunity(sums),
    stackAlignment: stackAlignment(sums),
  };
}
