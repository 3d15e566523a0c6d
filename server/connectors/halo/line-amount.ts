import {
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  parseDecimal,
  roundHalfUp,
  subtract,
  ZERO,
} from '../../../domain/money/fraction.ts';
import type { Decimal } from '../../../domain/portfolio/values.ts';
import type { InvoiceLine } from './shapes.ts';

export interface LineAmount {
  readonly quantity: Decimal;
  /** Null: the line says no amount. */
  readonly unitPrice: Decimal | null;
  readonly notice: string | null;
}

/**
 * What a line bills each period, before tax: its net total, else its net amount, else quantity × unit price less its discount.
 * Told as quantity × unit price where the unit price then comes to whole cents, else as one times the amount.
 */
export function lineAmount(line: InvoiceLine): LineAmount {
  const quantity = line.qty_order === null ? null : parseDecimal(line.qty_order);
  const price = line.unit_price === null ? null : parseDecimal(line.unit_price);
  const full = quantity && price ? multiply(quantity, price) : null;
  const net = netOf(line, full);
  if (net === null)
    return { quantity: line.qty_order ?? '1', unitPrice: null, notice: 'HaloPSA says no amount.' };
  const listed =
    line.qty_order !== null && line.unit_price !== null ? `${line.qty_order} × ${line.unit_price}` : null;
  const notice =
    listed !== null && full && compare(full, net) !== 0 ? `${listed}, net ${decimalOf(net)}` : null;
  if (quantity && compare(quantity, ZERO) !== 0) {
    const each = divide(net, quantity);
    if ((each.n * 100n) % each.d === 0n)
      return { quantity: line.qty_order!, unitPrice: decimalOf(each), notice };
  }
  if (compare(net, ZERO) === 0 && line.qty_order !== null)
    return { quantity: line.qty_order, unitPrice: line.unit_price ?? '0', notice };
  return { quantity: '1', unitPrice: decimalOf(net), notice: notice ?? listed };
}

function netOf(line: InvoiceLine, full: Fraction | null): Fraction | null {
  const net = line.net_total ?? line.net_amount;
  if (net !== null) return parseDecimal(net);
  if (full === null) return null;
  const discount = parseDecimal(line.discount_perc ?? '0');
  return multiply(full, divide(subtract(fraction(100), discount), fraction(100)));
}

/** To eight places, of which the last is rounded. */
function decimalOf(value: Fraction): Decimal {
  const scaled = roundHalfUp(multiply(value, fraction(10n ** 8n)));
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(9, '0');
  const text = `${digits.slice(0, -8)}.${digits.slice(-8)}`.replace(/\.?0+$/, '');
  return scaled < 0n ? `-${text}` : text;
}
