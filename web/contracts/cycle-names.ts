import type { Cycle } from '../../domain/portfolio/facts.ts';

/** How often something is billed, in words. */
export const CYCLE_NAMES: Readonly<Record<Cycle, string>> = {
  weekly: 'weekly',
  biweekly: 'every 2 weeks',
  monthly: 'monthly',
  bimonthly: 'every 2 months',
  quarterly: 'quarterly',
  semiannual: 'half-yearly',
  annual: 'yearly',
  biennial: 'every 2 years',
  triennial: 'every 3 years',
  onetime: 'one-time',
};

/** How often something is billed that may have a period which nobody has mapped. */
export const cycleName = (cycle: Cycle | null): string =>
  cycle === null ? 'not mapped' : CYCLE_NAMES[cycle];
