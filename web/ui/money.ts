import type { Cents } from '../../domain/portfolio/values.ts';

/** How amounts of one currency are written. */
export interface Money {
  readonly currency: string;
  /** In full, for tables: $3,500.00. */
  full(cents: Cents): string;
  /** Short, for charts: $3.5k. */
  short(cents: number): string;
}

/**
 * Writes whole cents of a currency in the reader's locale. `short` also takes values that are no whole cents (value per seat).
 * `locale` undefined: the browser's.
 */
export function moneyIn(currency: string, locale?: string): Money {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const full = new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 2 });
  const short = new Intl.NumberFormat(locale, {
    ...style,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  return {
    currency,
    full: (cents) => full.format(cents / 100),
    short: (cents) =>
      short
        .formatToParts(cents / 100)
        // "K" is how English compact notation writes a thousand; the dashboard writes $3.5k
        .map((part) => (part.type === 'compact' && part.value === 'K' ? 'k' : part.value))
        .join(''),
  };
}
