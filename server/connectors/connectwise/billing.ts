import { compare, multiply, parseDecimal, subtract } from '../../../domain/money/fraction.ts';
import type { Cycle } from '../../../domain/portfolio/facts.ts';
import type { Decimal } from '../../../domain/portfolio/values.ts';
import type { BillingPeriod } from '../../../domain/sync/records.ts';
import type { Addition } from './shapes.ts';

/** `billingOptions` of a billing cycle by the cycle's id; null where it says nothing. */
export type BillingOptions = ReadonlyMap<string, string | null>;

const CYCLES: Readonly<Record<string, Cycle>> = {
  weekly: 'weekly',
  biweekly: 'biweekly',
  monthly: 'monthly',
  bimonthly: 'bimonthly',
  quarterly: 'quarterly',
  semiannual: 'semiannual',
  yearly: 'annual',
  notrecurring: 'onetime',
};

/**
 * What a billing cycle means, by what it says itself; its name means nothing, since each MSP names its own. Whether BiMonthly
 * is every two months or twice a month is not written anywhere, so somebody has to confirm it.
 */
export function periodOf(
  cycle: { readonly id: string | null; readonly name: string | null } | null,
  options: BillingOptions,
): BillingPeriod | null {
  if (cycle === null || cycle.id === null) return null;
  const meaning = CYCLES[options.get(cycle.id)?.toLowerCase() ?? ''] ?? null;
  return {
    code: cycle.id,
    label: cycle.name ?? `Billing cycle ${cycle.id}`,
    cycle: meaning,
    certain: meaning !== null && meaning !== 'bimonthly',
  };
}

export interface Billed {
  readonly quantity: Decimal;
  readonly unitPrice: Decimal | null;
  readonly notice: string | null;
}

/**
 * What an addition bills per period: `extPrice` where it is given, else what is billed, without what is included, at its price.
 * Where that is not what `extPrice` says, it is one piece at the amount. Answers with what is missing if nothing can be known.
 */
export function billedOf(addition: Addition): Billed | string {
  const { extPrice, unitPrice } = addition;
  const quantity = billedQuantity(addition);
  if (quantity === null)
    return extPrice === null
      ? 'quantity, billedQuantity, extPrice: nothing, expected a number.'
      : { quantity: '1', unitPrice: extPrice, notice: null };
  if (extPrice === null || (unitPrice !== null && isProduct(quantity, unitPrice, extPrice)))
    return { quantity, unitPrice, notice: null };
  const price = unitPrice ?? 'an unknown price';
  return { quantity: '1', unitPrice: extPrice, notice: `${quantity} at ${price}, billed as ${extPrice}` };
}

function billedQuantity({ billedQuantity, quantity, lessIncluded }: Addition): Decimal | null {
  if (billedQuantity !== null || quantity === null || lessIncluded === null)
    return billedQuantity ?? quantity;
  const rest = subtract(parseDecimal(quantity), parseDecimal(lessIncluded));
  return rest.n <= 0n ? '0' : decimalOf(rest.n, rest.d);
}

function isProduct(quantity: Decimal, price: Decimal, amount: Decimal): boolean {
  return compare(multiply(parseDecimal(quantity), parseDecimal(price)), parseDecimal(amount)) === 0;
}

/** The ratio as text; `d` is a power of ten. */
export function decimalOf(n: bigint, d: bigint): Decimal {
  const places = String(d).length - 1;
  if (places === 0) return String(n);
  const digits = String(n < 0n ? -n : n).padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
  return n < 0n ? `-${text}` : text;
}
