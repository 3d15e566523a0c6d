import type { Cycle } from '../../portfolio/facts.ts';
import type { BillingPeriod } from '../records.ts';
import type { SyncSettings } from '../settings.ts';
import { textCell } from './cells.ts';

/** What stands in a contract's or a line's cells for its billing period. */
export interface PeriodCells {
  readonly cycle: string;
  readonly unmappedCycle: string;
}

export const ONE_TIME: PeriodCells = { cycle: 'onetime', unmappedCycle: '' };

/** A system that names no period at all. */
export const NO_PERIOD: BillingPeriod = { code: '', label: 'none given', cycle: null, certain: false };

/**
 * "How often is this billed?" As an admin has mapped the period; else as it is certain to mean. What it only seems to mean, or
 * nobody can know, stays unmapped until somebody says: it is never taken for monthly.
 */
export function cycleOf(period: BillingPeriod, settings: Pick<SyncSettings, 'periods'>): Cycle | null {
  return settings.periods[period.code] ?? (period.certain ? period.cycle : null);
}

export function periodCells(period: BillingPeriod, settings: Pick<SyncSettings, 'periods'>): PeriodCells {
  const cycle = cycleOf(period, settings);
  return cycle === null
    ? { cycle: '', unmappedCycle: textCell(period.label) || textCell(period.code) || NO_PERIOD.label }
    : { cycle, unmappedCycle: '' };
}
