import type { Product } from '../../contract/stack-items.ts';
import type { Money } from '../ui/money.ts';

/** A product's prices in words, MRR or one-time: "$1.50 per seat + $250.00 per company"; empty where it has none. */
export function priceWords(product: Product, figure: 'mrr' | 'oneTime', money: Money): string {
  const prices: readonly (readonly [number | null, string])[] = [
    [product[`${figure}PerSeat`], 'seat'],
    [product[`${figure}PerCompany`], 'company'],
    [product[`${figure}PerLocation`], 'location'],
  ];
  return prices
    .flatMap(([cents, per]) => (cents === null ? [] : [`${money.full(cents)} per ${per}`]))
    .join(' + ');
}
