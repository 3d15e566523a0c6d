import type { Day } from '../portfolio/values.ts';
import type { HealthSlice, OpportunitySlice } from './health.ts';
import type { Segments } from './segments.ts';
import type { StackAlignmentBar } from './stack-alignment.ts';
import type { StackByCustomer } from './stack-by-customer.ts';
import type { StackOpportunity } from './stack-opportunity.ts';

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
