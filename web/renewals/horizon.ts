import { RENEWAL_HORIZONS } from '../../domain/contracts/renewals.ts';

/** How far ahead renewals are looked for, in days, as the API and the address have it. */
export type Horizon = `${(typeof RENEWAL_HORIZONS)[number]}`;

export const HORIZONS: readonly Horizon[] = RENEWAL_HORIZONS.map((days): Horizon => `${days}`);

/** Everything that is looked for. */
export const LONGEST: Horizon = '90';

/** "today", "tomorrow", "in 42 days". */
export function daysAhead(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days`;
}
