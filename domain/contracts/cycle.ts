import { scaledCents } from '../money/cents.ts';
import type { Cycle } from '../portfolio/facts.ts';
import type { Cents, Decimal } from '../portfolio/values.ts';

/** A month's worth of an amount billed in a cycle is amount × times ÷ per (docs/product.md §4). */
const MONTHLY: Readonly<Record<Exclude<Cycle, 'onetime'>, { readonly times: number; readonly per: number }>> =
  {
    weekly: { times: 52, per: 12 },
    biweekly: { times: 26, per: 12 },
    monthly: { times: 1, per: 1 },
    bimonthly: { times: 1, per: 2 },
    quarterly: { times: 1, per: 3 },
    semiannual: { times: 1, per: 6 },
    annual: { times: 1, per: 12 },
    biennial: { times: 1, per: 24 },
    triennial: { times: 1, per: 36 },
  };

/**
 * What `quantity` of something at `price` is worth: a month of it if it recurs, all of it if it is one-time. `rate` is
 * what one unit of the price's currency is worth in the currency of the result. Rounded half up to a whole cent once,
 * after everything.
 */
export function cycleAmount(price: Cents, quantity: Decimal, cycle: Cycle, rate: Decimal = '1'): Cents {
  if (cycle === 'onetime') return scaledCents(price, quantity, 1, 1, rate);
  const { times, per } = MONTHLY[cycle];
  return scaledCents(price, quantity, times, per, rate);
}
