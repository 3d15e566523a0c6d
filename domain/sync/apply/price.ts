import { type Fraction, fraction, multiply } from '../../money/fraction.ts';
import type { ContractLineRecord } from '../records.ts';
import { decimalCell, exactly, moneyCell } from './cells.ts';

/** What a line of ours says of its price; `note` follows its description. */
export interface Price {
  readonly quantity: string;
  readonly unitPrice: string;
  readonly note: string;
}

const ONE = fraction(1);

/**
 * "What does this line cost per billing period?" The quantity at the unit price. We keep unit prices in whole cents; where the
 * PSA's has more places ("40 × 12.3456"), the line says its whole amount instead, and how it came about, so that nothing is
 * rounded before it is a month's worth. What is not billed stays, at no price. Null: no line of ours can hold it.
 */
export function priceOf(line: Pick<ContractLineRecord, 'quantity' | 'unitPrice' | 'billable'>): Price | null {
  const quantity = exactly(line.quantity) ?? ONE;
  const price = exactly(line.unitPrice);
  if (!line.billable) return priced(quantity, fraction(0), ' (not billed)');
  if (price === null) return priced(quantity, null, '');
  if (isInCents(price)) return priced(quantity, price, '');
  const whole = multiply(quantity, price);
  const note = ` (${decimalCell(quantity)} × ${decimalCell(price)})`;
  return isInCents(whole) ? priced(ONE, whole, note) : priced(whole, ONE, note);
}

function priced(quantity: Fraction, unitPrice: Fraction | null, note: string): Price | null {
  const cells = { quantity: decimalCell(quantity), unitPrice: moneyCell(unitPrice), note };
  const worth = moneyCell(multiply(quantity, unitPrice ?? ONE));
  const holds = cells.quantity !== '' && worth !== '' && (unitPrice === null || cells.unitPrice !== '');
  return holds ? cells : null;
}

function isInCents({ n, d }: Fraction): boolean {
  return (n * 100n) % d === 0n;
}
