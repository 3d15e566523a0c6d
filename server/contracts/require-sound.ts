import type { ContractLineChange } from '../../contract/contracts.ts';
import { cycleAmount } from '../../domain/contracts/cycle.ts';
import type { Day } from '../../domain/portfolio/values.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** Refuses a period that ends before it starts, in the importer's words (docs/portfolio-format.md, "Bounds"). */
export function requirePeriod(
  start: Day | null | undefined,
  end: Day | null | undefined,
  endName: 'end' | 'cancelledOn' | 'resolvedOn',
): void {
  if (start == null || end == null || end >= start) return;
  throw new Refusal(
    'unprocessable',
    `Field "${endName}" is ${end}; expected a day on or after start, ${start}.`,
  );
}

/** The most that one amount may be worth, in cents: larger ones could not be added up exactly. */
const LARGEST = 1e15;

/** Refuses a line whose quantity times unit price nobody could mean. */
export function requireWorth({ quantity, unitPrice }: ContractLineChange): void {
  const worth = cycleAmount(unitPrice ?? 0, quantity ?? '1', 'onetime');
  if (Math.abs(worth) > LARGEST)
    throw new Refusal(
      'unprocessable',
      `Field "quantity" is ${quantity} at a unit price of ${unitPrice} cents; expected a product of at most 10^15 cents in size.`,
    );
}
