import { useMemo } from 'react';
import type { Money } from '../ui/money.ts';

/** Short amounts, each written once: writing one anew takes longer than drawing it. */
export function useShorten(money: Money): (cents: number) => string {
  return useMemo(() => {
    const written = new Map<number, string>();
    return (cents) => {
      const known = written.get(cents);
      if (known !== undefined) return known;
      const text = money.short(cents);
      written.set(cents, text);
      return text;
    };
  }, [money]);
}
