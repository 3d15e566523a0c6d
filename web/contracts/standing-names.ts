import type { Contract } from '../../contract/contracts.ts';
import { whyNotActive } from '../../domain/contracts/standing.ts';
import type { Day } from '../../domain/portfolio/values.ts';

const NAMES = { inactive: 'Inactive', 'not started': 'Not started', ended: 'Ended' } as const;

/** Where a contract stands today: its status, unless its days say otherwise. */
export function standingName(contract: Contract, today: Day): string {
  const why = whyNotActive(contract, today);
  return why === null ? 'Active' : NAMES[why];
}
