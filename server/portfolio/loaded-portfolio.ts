import type { Grants } from '../../domain/access/grants.ts';
import type { Portfolio } from '../../domain/portfolio/columns.ts';
import type { Definitions } from '../../domain/portfolio/definitions.ts';
import type { Day } from '../../domain/portfolio/values.ts';

/**
 * The read model of one workspace: what every list, chart and sum is computed from. Work with it at once, without
 * awaiting anything: `portfolio` is brought up to date in place. `definitions` and `grants` are replaced as a whole
 * when anything in them changes, so what is derived from one of them may be kept under its identity.
 */
export interface LoadedPortfolio {
  readonly workspace: string;
  readonly revision: number;
  readonly definitions: Definitions;
  readonly grants: Grants;
  readonly portfolio: Portfolio;
  /** The day that the figures hold for. */
  readonly asOf: Day;
}
